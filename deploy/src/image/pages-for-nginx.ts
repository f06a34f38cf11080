import { linkHeader, type PagePreloads, pagePattern } from '@aos/contracts/page-preloads'

/** The variable `$page_link`: the Link header of the page that was asked for, empty where there is none. */
export function pagesForNginx(pages: PagePreloads[]): string {
  const link = (page: PagePreloads, isBare: boolean) => linkHeader(page, (name) => `$${name}`, isBare)
  const lines = pages.flatMap((page) => [
    `    "~${pagePattern(page)}$" "${link(page, true)}";`,
    `    "~${pagePattern(page)}\\?" "${link(page, false)}";`,
  ])
  return `map $request_uri $page_link {\n    default "";\n${lines.join('\n')}\n}\n`
}

import type { Page, Route } from 'playwright-core'

type Pattern = Parameters<Page['route']>[0]

/** The API never answers: what a page looks like while it waits. */
export const neverAnswers = (page: Page, address: Pattern): Promise<unknown> => page.route(address, () => {})

interface Refusal {
  status: number
  code: string
  detail: string
  title?: string
}

const problem = ({ status, code, detail, title = 'The request cannot be fulfilled' }: Refusal) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title,
    status,
    detail,
    code,
    requestId: 'c6e5f7aa-7f0e-4b8e-9a53-2f6d1c4b8e10',
  }),
})

export const failsWith503 = (page: Page, address: Pattern): Promise<unknown> =>
  page.route(address, (route) =>
    route.fulfill(
      problem({
        status: 503,
        title: 'Not available at the moment',
        detail: 'stock cannot be reached; try again',
        code: 'service-unavailable',
      }),
    ),
  )

const isRead = (route: Route): boolean => route.request().method() === 'GET'

/** What would change something is refused; the service does not hear of it. */
export const refuses = (page: Page, address: Pattern, refusal: Refusal): Promise<unknown> =>
  page.route(address, (route) => (isRead(route) ? route.fallback() : route.fulfill(problem(refusal))))

/** What would change something is said to be done; the service does not hear of it. */
export const accepts = (page: Page, address: Pattern): Promise<unknown> =>
  page.route(address, (route) => (isRead(route) ? route.fallback() : route.fulfill({ status: 204 })))

/** In the place of the API's own answer. */
export const answersWith = (page: Page, address: Pattern, json: unknown): Promise<unknown> =>
  page.route(address, (route) => (isRead(route) ? route.fulfill({ json }) : route.fallback()))

/** The API's own answer, changed on its way. */
export const changes = <Body>(page: Page, address: Pattern, change: (body: Body) => Body): Promise<unknown> =>
  page.route(address, async (route: Route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change((await response.json()) as Body) })
  })

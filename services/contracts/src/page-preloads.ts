import { z } from 'zod'

/** Written by the web app's build among its files, for whoever serves its pages; not to be served itself. */
export const PRELOADS_FILE = '.preloads.json'

/** What a browser that opens a page will ask for first. Addresses as in OpenAPI: what is in braces is filled in. */
export const PagePreloads = z.object({
  path: z.string(),
  styles: z.array(z.string()),
  scripts: z.array(z.string()),
  /** For the page without a query. */
  data: z.array(z.string()),
  pictures: z.array(z.string()),
})
export type PagePreloads = z.infer<typeof PagePreloads>

/** Of the paths that are this page. Only plain values: they become part of a header. */
export const pagePattern = ({ path }: PagePreloads): string =>
  `^${path.replace(/\{(\w+)\}/g, '(?<$1>[\\w-]{1,64})')}`

/**
 * A page's Link header: a browser asks for its script, its data and its picture while it reads the rest,
 * instead of one after the other.
 *
 * @param valueFor what is filled in for a name in braces.
 * @param isBare whether the page was asked for without a query.
 */
export function linkHeader(
  { styles, scripts, data, pictures }: PagePreloads,
  valueFor: (name: string) => string,
  isBare: boolean,
): string {
  const fill = (address: string) => address.replace(/\{(\w+)\}/g, (_, name: string) => valueFor(name))
  return [
    ...styles.map((address) => `<${address}>; rel=preload; as=style; crossorigin`),
    ...scripts.map((address) => `<${address}>; rel=modulepreload; crossorigin`),
    ...(isBare ? data : []).map((address) => `<${fill(address)}>; rel=preload; as=fetch; crossorigin`),
    ...pictures.map((address) => `<${fill(address)}>; rel=preload; as=image; fetchpriority=high`),
  ].join(', ')
}

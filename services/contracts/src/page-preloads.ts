import { z } from 'zod'

/** Written by the web app's build among its files, for whoever serves its pages; not to be served itself. */
export const PRELOADS_FILE = '.preloads.json'

const Preload = z.object({
  /** As in OpenAPI: what is in braces is filled in. */
  address: z.string(),
  as: z.enum(['style', 'script', 'fetch', 'image']),
  /** Asked for only by the page without a query. */
  bare: z.boolean().optional(),
})
export type Preload = z.infer<typeof Preload>

/** What a browser that opens a page will ask for, the most urgent first. */
export const PagePreloads = z.object({ path: z.string(), preloads: z.array(Preload) })
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
export const linkHeader = (
  { preloads }: PagePreloads,
  valueFor: (name: string) => string,
  isBare: boolean,
): string =>
  preloads
    .filter(({ bare }) => isBare || !bare)
    .map(({ address, as }) => {
      const filled = address.replace(/\{(\w+)\}/g, (_, name: string) => valueFor(name))
      return `<${filled}>; ${relations[as]}`
    })
    .join(', ')

const relations: Record<Preload['as'], string> = {
  style: 'rel=preload; as=style; crossorigin',
  script: 'rel=modulepreload; crossorigin',
  fetch: 'rel=preload; as=fetch; crossorigin',
  image: 'rel=preload; as=image; fetchpriority=high',
}

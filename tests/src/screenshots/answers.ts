import type { Page, Route } from 'playwright-core'

type Pattern = Parameters<Page['route']>[0]

/** The API never answers: what a page looks like while it waits. */
export const neverAnswers = (page: Page, address: Pattern): Promise<unknown> => page.route(address, () => {})

export const failsWith503 = (page: Page, address: Pattern): Promise<unknown> =>
  page.route(address, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'Not available at the moment',
        status: 503,
        detail: 'stock cannot be reached; try again',
        code: 'service-unavailable',
        requestId: 'c6e5f7aa-7f0e-4b8e-9a53-2f6d1c4b8e10',
      }),
    }),
  )

/** The API's own answer, changed on its way. */
export const changes = <Body>(page: Page, address: Pattern, change: (body: Body) => Body): Promise<unknown> =>
  page.route(address, async (route: Route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change((await response.json()) as Body) })
  })

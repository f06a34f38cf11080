import sparticuz from '@sparticuz/chromium'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { artifact } from '../harness/artifacts.ts'

/** A whole Chromium from npm, so that nothing has to be installed. */
export const openBrowser = async (...args: string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // The package's own arguments are for cloud functions: one process, and no web security.
    args: ['--no-sandbox', '--disable-background-networking', ...args],
  })

/** A shopper nobody has seen before, and what went wrong in their browser. */
export interface Visit {
  page: Page
  context: BrowserContext
  faults: string[]
}

export async function visit(
  browser: Browser,
  shop: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: shop,
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // What could not be loaded is told by its address, not by the text.
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`)
  })
  return { page, context, faults }
}

export const screenshot = (page: Page, name: string, { fullPage = true } = {}): Promise<unknown> =>
  page.screenshot({ path: artifact(`screenshots/${name}.png`), fullPage })

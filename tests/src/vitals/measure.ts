import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { MeasuredPage } from './pages.ts'
import { throttle } from './profile.ts'

/** In milliseconds; CLS is a score of its own. Undefined is what never happened. */
export interface Vitals {
  LCP: number | undefined
  INP: number | undefined
  CLS: number | undefined
  /** What LCP was about. */
  largest: string | undefined
  scriptKb: number
}

const library = readFileSync(
  fileURLToPath(new URL('web-vitals.attribution.iife.js', import.meta.resolve('web-vitals'))),
  'utf8',
)
const observe = `${library}
addEventListener('DOMContentLoaded', () => {
  globalThis.measured = {}
  const note = ({ name, value, attribution }) => {
    measured[name] = value
    if (name === 'LCP') measured.largest = attribution.target
  }
  for (const on of ['onLCP', 'onINP', 'onCLS'])
    webVitals[on](note, { reportAllChanges: true, durationThreshold: 16 })
})`

/** A first visit with nothing in the browser's cache, unless the page needed something before. */
export async function measure(browser: Browser, shop: string, page: MeasuredPage): Promise<Vitals> {
  const context = await browser.newContext({
    baseURL: shop,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  })
  context.setDefaultTimeout(30_000)
  try {
    if (page.prepare) await prepare(await context.newPage(), page.prepare)
    const tab = await context.newPage()
    await tab.addInitScript(observe)
    await throttle(tab)
    // Looking for something on the page meanwhile would cost its processor time.
    await tab.goto(page.address, { waitUntil: 'networkidle' })
    await tab.getByRole('heading', { level: 1 }).waitFor()
    // Largest paint ends with the first tap.
    const loaded = await noted(tab)
    const scriptKb = await tab.evaluate<number>(scripts)
    await page.use(tab)
    await tab.waitForTimeout(300)
    const used = await noted(tab)
    return { LCP: loaded.LCP, largest: loaded.largest, INP: used.INP, CLS: used.CLS, scriptKb }
  } finally {
    await context.close()
  }
}

async function prepare(tab: Page, by: NonNullable<MeasuredPage['prepare']>): Promise<void> {
  await by(tab)
  const debug = await tab.context().newCDPSession(tab)
  await debug.send('Network.clearBrowserCache')
  await tab.close()
}

const noted = (tab: Page) => tab.evaluate<Omit<Vitals, 'scriptKb'>>('globalThis.measured')

const scripts = `performance.getEntriesByType('resource')
  .filter(({ name }) => name.startsWith(location.origin) && /\\.js$/.test(new URL(name).pathname))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000`

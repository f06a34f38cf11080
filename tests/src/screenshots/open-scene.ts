import type { Browser, Page } from 'playwright-core'
import type { Scene, Stage } from './scene.ts'

interface Look extends Omit<Stage, 'page'> {
  width: number
  colorScheme?: 'light' | 'dark'
}

/** @returns a fresh browser of that width, as far as the scene brings it; whoever asked closes its context. */
export async function openScene(
  browser: Browser,
  { show, locale }: Scene,
  { width, colorScheme = 'light', ...place }: Look,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: place.addresses.shop,
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme,
    locale: locale ?? 'en-IE',
  })
  context.setDefaultTimeout(30_000)
  try {
    const page = await context.newPage()
    await show({ page, ...place })
    return page
  } catch (error) {
    await context.close()
    throw error
  }
}

/** Goes there, and waits for the heading: before it a page is still loading. */
export async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

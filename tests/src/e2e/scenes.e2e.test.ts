import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openScene } from '../screenshots/open-scene.ts'
import { scenes } from '../screenshots/scenes.ts'
import { seriousFindings } from './axe.ts'
import { openBrowser } from './browser.ts'

const { addresses, databaseUrls } = inject('store')
const phone = 390
const desk = { width: 1440, height: 900 }

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What comes late is waited for, but not what never comes. */
const settled = (page: Page): Promise<void> =>
  page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => {})

/** What can be perceived of the page, whatever it looks like. */
const perceived = (page: Page): Promise<string> => page.locator('body').ariaSnapshot()

/** In both colour schemes on a phone, and on a desk where something else is to be seen there. */
it.concurrent.each(scenes)('$name is fit for everybody', async (scene) => {
  const page = await openScene(browser, scene, { addresses, databaseUrls, width: phone })
  try {
    await settled(page)
    const width = await page.locator('html').evaluate((it) => it.scrollWidth)
    expect(width, 'scrolls sideways on a phone').toBeLessThanOrEqual(phone)
    expect(await seriousFindings(page), 'on a phone').toEqual([])
    const onPhone = await perceived(page)
    await page.setViewportSize(desk)
    if ((await perceived(page)) !== onPhone) expect(await seriousFindings(page), 'on a desk').toEqual([])
  } finally {
    await page.context().close()
  }
})

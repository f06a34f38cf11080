import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, visit } from './browser.ts'
import { newStaff } from './callers.ts'
import { heading, press, tabTo, type } from './keyboard.ts'

/** What the tests of the features leave to do without a mouse; nothing here clicks. */
const store = inject('store')
const { shop } = store.addresses
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function visitAsStaff() {
  const it = await visit(browser, shop)
  await it.context.addCookies((await newStaff(store)).caller.cookies())
  return it
}

const pictureIn = (colour: string) => ({
  name: 'ring.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="${colour}"/></svg>`,
  ),
})

describe('with the keyboard alone, somebody of the staff', () => {
  it('adds a product, edits, counts, retires and finds it, and gives it a picture', async () => {
    const { page, context, faults } = await visitAsStaff()
    const sku = `KEY-${String(Date.now() % 1000).padStart(3, '0')}`
    await page.goto('/admin/products')
    await press(page, 'link', /New product/)
    await type(page, 'SKU', sku)
    await type(page, 'First stock', '7')
    await type(page, 'Name', 'A ring for keys')
    await type(page, 'Category', 'Kit')
    await type(page, 'Price in EUR', '4.50')
    await type(page, 'Description', 'Holds them all together.')
    await press(page, 'button', 'Create the product')
    await heading(page, 'A ring for keys')

    await type(page, 'Name', 'A better ring for keys')
    await page.keyboard.press('Enter')
    await page.getByText('Saved. The shop shows it.').waitFor()
    await heading(page, 'A better ring for keys')
    await type(page, 'How many are there', '5')
    await type(page, 'Why it differs', 'two were lost')
    await page.keyboard.press('Enter')
    await page.getByText('Done: 5 pieces on hand now.').waitFor()

    // Long before it opens: a busy browser that is told at the same moment opens it for nobody.
    const chooser = page.waitForEvent('filechooser')
    await tabTo(page, page.getByLabel('Another picture'))
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(pictureIn('teal'))
    await page.getByText('Done. The shop shows it.').waitFor()
    const another = page.waitForEvent('filechooser')
    await tabTo(page, page.getByLabel('Another picture'))
    await page.keyboard.press('Enter')
    await (await another).setFiles(pictureIn('navy'))
    await press(page, 'button', 'Show first: picture 2')
    await page.getByText('Done. The shop shows it.').waitFor()
    await press(page, 'button', 'Remove picture 2')
    await press(page, 'button', 'Remove it')
    await page.getByRole('cell', { name: 'Picture removed' }).waitFor()

    await type(page, 'Why it is retired', 'all lost')
    await press(page, 'button', 'Retire this product')
    await page.getByRole('heading', { name: 'Retired', exact: true }).waitFor()
    await press(page, 'link', 'Products')
    await heading(page, 'Products')
    await press(page, 'link', 'Retired')
    await page.waitForURL(/view=retired/)
    await type(page, 'Name or SKU', sku)
    await page.keyboard.press('Enter')
    await page.getByText('1 product', { exact: true }).waitFor()
    await press(page, 'link', 'A better ring for keys')
    await heading(page, 'A better ring for keys')
    await press(page, 'button', 'Sell it again')
    await page.getByRole('button', { name: 'Retire this product' }).waitFor()
    await page.goto(`/products/${sku}`)
    await heading(page, 'A better ring for keys')

    expect(faults).toEqual([])
    await context.close()
  })

  it('looks for orders by what is known of them, and by their status', async () => {
    const { page, context, faults } = await visitAsStaff()
    await page.goto('/admin/orders')
    await type(page, 'Order number or e-mail address', 'nobody@nowhere.example')
    await page.keyboard.press('Enter')
    await page.getByText('None of the orders fits.').waitFor()
    await type(page, 'Status', 'Deliv')
    await page.waitForURL(/status=delivered/)
    await press(page, 'link', 'To the shop')
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})

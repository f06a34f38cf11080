import type { Product, ProductInFull, ProductPage } from '@aos/contracts/http'
import pg from 'pg'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { seriousFindings } from './axe.ts'
import { openBrowser, type Visit, visit } from './browser.ts'

const { addresses, databaseUrls } = inject('store')
let browser: Browser
let shopper: Visit
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  shopper = await visit(browser, addresses.shop)
})
afterEach(() => shopper.context.close())

const patiently = { timeout: 20_000 }
const phone = { width: 390, height: 844 }
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const listed = (page: Page) => page.getByRole('region', { name: 'Products' }).getByRole('heading')
const search = (page: Page) => page.getByRole('combobox', { name: 'Search the shop' })

const isFocused = (it: Locator) => it.evaluate((element) => element.matches(':focus'))

const api = async <Body>(path: string): Promise<Body> =>
  (await (await fetch(`${addresses.shop}/api/v1${path}`)).json()) as Body

async function changeProduct(sku: string, change: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrls.stock })
  await client.connect()
  await client.query(`UPDATE products SET ${change} WHERE sku = $1`, [sku])
  await client.end()
}

describe('a shopper who looks for something', () => {
  it('finds it with the keyboard alone, although it is mistyped', async () => {
    const { page, faults } = shopper
    await page.goto('/')
    await heading(page, 'Good things, made to be kept').waitFor()
    for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press('Tab')
    expect(await isFocused(search(page))).toBe(true)

    await page.keyboard.type('ketl')
    const kettle = page.getByRole('option', { name: /Kettle/ })
    await kettle.waitFor()
    expect(await search(page).getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await kettle.getAttribute('aria-selected')).toBe('true')
    expect(await search(page).getAttribute('aria-activedescendant')).toBe(await kettle.getAttribute('id'))
    await page.keyboard.press('Escape')
    await kettle.waitFor({ state: 'hidden' })
    await page.keyboard.press('ArrowDown')
    await kettle.waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    const title = heading(page, 'Patience Pour-Over Kettle')
    await title.waitFor()
    await expect.poll(() => isFocused(title), patiently).toBe(true)
    expect(faults).toEqual([])
  })

  it('is told what a mistyped word was taken for, and what to do when nothing is found', async () => {
    const { page } = shopper
    await page.goto('/')
    await search(page).fill('kettel')
    await page.keyboard.press('Enter')
    await page.waitForURL('/search?q=kettel')
    await page.getByText('These are for kettle.').waitFor()
    expect(await listed(page).first().textContent()).toBe('Patience Pour-Over Kettle')

    await search(page).fill('xyzzyx')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'See everything' }).click()
    await heading(page, 'Everything').waitFor()
  })

  it('narrows and sorts, and gives the address to somebody who sees the same', async () => {
    const { page } = shopper
    await page.goto('/')
    await page
      .getByRole('navigation', { name: 'Categories' })
      .getByRole('link', { name: /^Games/ })
      .click()
    await heading(page, 'Games').waitFor()
    await page.getByLabel('From', { exact: true }).fill('15')
    await page.getByLabel('To', { exact: true }).fill('40')
    await page.getByRole('button', { name: 'Apply price' }).click()
    await page.waitForURL(/min=15&max=40/)
    await page.getByLabel('In stock').check()
    await page.waitForURL(/stock=true/)
    await page.getByLabel('Sort by').selectOption('Price, lowest first')
    await page.waitForURL(/sort=cheapest/)

    const expected = await api<ProductPage>(
      '/products?category=games&priceMin=15&priceMax=40&inStock=true&sort=cheapest&pageSize=12',
    )
    const names = expected.products.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(1)
    await expect.poll(() => listed(page).allTextContents(), patiently).toEqual(names)
    expect(await page.getByText(`${expected.total} products`).first().isVisible()).toBe(true)

    const other = await visit(browser, addresses.shop)
    await other.page.goto(page.url())
    await expect.poll(() => listed(other.page).allTextContents(), patiently).toEqual(names)
    expect(await other.page.getByLabel('Sort by').inputValue()).toBe('cheapest')
    await other.page.getByRole('link', { name: 'Take the filters away' }).click()
    await other.page.waitForURL('/categories/games?sort=cheapest')
    await other.context.close()

    await page.goBack()
    await page.waitForURL(/stock=true$/)
    expect(await page.getByLabel('Sort by').inputValue()).toBe('name')
  })

  it('keeps the keyboard’s place while the list changes', async () => {
    const { page } = shopper
    await page.goto('/search')
    const inStock = page.getByLabel('In stock')
    await inStock.focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/stock=true/)
    await expect
      .poll(() => page.getByRole('region', { name: 'Products' }).getAttribute('aria-busy'), patiently)
      .toBe('false')
    expect(await isFocused(inStock)).toBe(true)
  })

  it('comes back from a product to the page of the list, and to the place on it', async () => {
    const { page } = shopper
    await page.goto('/search')
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByText(/Page 2 of/).waitFor()
    const names = await listed(page).allTextContents()
    await listed(page).last().scrollIntoViewIfNeeded()
    const scrolled = await page.evaluate<number>('scrollY')
    expect(scrolled).toBeGreaterThan(0)
    await listed(page).last().getByRole('link').click()
    await heading(page, names.at(-1) ?? '').waitFor()
    await page.goBack()
    await page.getByText(/Page 2 of/).waitFor()
    expect(await listed(page).allTextContents()).toEqual(names)
    await expect.poll(() => page.evaluate<number>('scrollY'), patiently).toBe(scrolled)
  })

  it('opens the filters on a phone only when they are wanted', async () => {
    const { page } = shopper
    await page.setViewportSize(phone)
    await page.goto('/categories/kitchen')
    const button = page.getByRole('button', { name: 'Filter and sort' })
    await button.waitFor()
    expect(await page.getByLabel('Sort by').isVisible()).toBe(false)
    await button.click()
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    await page.getByLabel('Sort by').waitFor()
  })
})

describe('a product’s page', () => {
  const sku = 'TNT-001'

  it('says how many are left, and goes on saying it while one looks', async () => {
    const { page, faults } = shopper
    const { available } = await api<Product>(`/products/${sku}`)
    await page.goto(`/products/${sku}`)
    await page.getByText('In stock').waitFor()
    await changeProduct(sku, `on_hand = on_hand - ${available - 3}`)
    try {
      await page.getByText('Only 3 left').first().waitFor({ timeout: 30_000 })
    } finally {
      await changeProduct(sku, `on_hand = on_hand + ${available - 3}`)
    }
    await page.getByText('In stock').waitFor({ timeout: 30_000 })
    expect(faults).toEqual([])
  })

  it('leads to what is like it', async () => {
    const { page } = shopper
    await page.goto(`/products/${sku}`)
    const related = page.getByRole('region', { name: 'You may also like' })
    const [first] = await api<Product[]>(`/products/${sku}/related`)
    await related.getByRole('link', { name: first?.name ?? '' }).click()
    await heading(page, first?.name ?? '').waitFor()
  })

  it('has pictures that hold their place, and those below the screen wait until they are near', async () => {
    const { page } = shopper
    await page.goto(`/products/${sku}`)
    await page.getByRole('region', { name: 'You may also like' }).waitFor()
    const images = await page
      .getByRole('main')
      .locator('img')
      .evaluateAll((all) => all.map((it) => [it.getAttribute('width'), it.getAttribute('loading')]))
    expect(images.length).toBeGreaterThan(4)
    expect(images[0]).toEqual(['800', 'eager'])
    for (const image of images.slice(1)) expect(image).toEqual(['800', 'lazy'])
  })

  it('has several pictures: by their thumbnails, by the keyboard, by a swipe', async () => {
    const { page, faults } = shopper
    await page.setViewportSize(phone)
    const { name, pictures } = await api<ProductInFull>(`/products/${sku}`)
    const many = pictures.length
    expect(many).toBeGreaterThan(2)
    await page.goto(`/products/${sku}`)
    await heading(page, name).waitFor()
    const thumbnail = (place: number) =>
      page.getByRole('button', { name: `Show picture ${place} of ${many}` })
    const strip = page.getByRole('list', { name: 'Pictures' })
    const isShown = (place: number) =>
      expect.poll(
        async () => ({
          current: await thumbnail(place).getAttribute('aria-current'),
          distance: Math.abs(
            ((
              await strip
                .getByRole('img')
                .nth(place - 1)
                .boundingBox()
            )?.x ?? Number.NaN) - ((await strip.boundingBox())?.x ?? Number.NaN),
          ),
        }),
        patiently,
      )
    const inPlace = { current: 'true', distance: expect.closeTo(0, 0) }
    await isShown(1).toEqual(inPlace)

    await thumbnail(3).click()
    await isShown(3).toEqual(inPlace)
    const third = strip.getByRole('img', { name: `${name}, picture 3 of ${many}` })
    await expect
      .poll(() => third.evaluate((it) => (it as unknown as { naturalWidth: number }).naturalWidth), patiently)
      .toBeGreaterThan(0)

    await strip.focus()
    await page.keyboard.press('ArrowLeft')
    await isShown(2).toEqual(inPlace)
    await strip.hover()
    await page.mouse.wheel(-200, 0)
    await isShown(1).toEqual(inPlace)
    expect(await seriousFindings(page)).toEqual([])
    expect(faults).toEqual([])
  })

  it('shows at once the picture that its list showed', async () => {
    const { page } = shopper
    const { name, picture = '' } = await api<Product>(`/products/${sku}`)
    await page.goto('/search?q=tent')
    await page.locator(`img[src="${picture}"]`).waitFor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).href))
    await listed(page).first().getByRole('link').click()
    const shown = page.getByRole('img', { name, exact: true })
    expect(await shown.getAttribute('src')).toBe(picture)
    expect(asked.filter((address) => address.endsWith(picture) || address.endsWith('/picture'))).toEqual([])
  })

  it('is asked for once: what is preloaded is what the page uses', async () => {
    const { page } = shopper
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).href))
    await page.goto(`/products/${sku}`)
    await heading(page, 'Argument-Proof Tent').waitFor()
    await page.waitForLoadState('networkidle')
    const { picture, pictures } = await api<ProductInFull>(`/products/${sku}`)
    expect(asked.filter((one) => one.endsWith(String(picture)))).toEqual([])
    const others = pictures.slice(1)
    for (const path of [`/api/v1/products/${sku}`, `/api/v1/products/${sku}/picture`, ...others])
      expect(
        asked.filter((one) => one === addresses.shop + path),
        path,
      ).toHaveLength(1)
  })
})

describe('answers of the catalogue', () => {
  it('come once, and anew as soon as the price changes', async () => {
    const url = `${addresses.shop}/api/v1/products/PUZ-001`
    const etag = (await fetch(url)).headers.get('etag') ?? ''
    const again = () =>
      fetch(url, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } }).then(
        ({ status }) => status,
      )
    expect(await again()).toBe(304)
    await changeProduct('PUZ-001', 'price = price + 1')
    try {
      await expect.poll(again, { timeout: 20_000, interval: 100 }).toBe(200)
    } finally {
      await changeProduct('PUZ-001', 'price = price - 1')
    }
    await expect.poll(again, { timeout: 20_000, interval: 100 }).toBe(304)
  })

  it('and scripts: built for shoppers, not for developers', async () => {
    const { page } = shopper
    const scripts: Promise<string>[] = []
    page.on('response', (answer) => {
      if (/\/assets\/[^/]+\.js$/.test(answer.url())) scripts.push(answer.text())
    })
    await page.goto('/', { waitUntil: 'networkidle' })
    const texts = await Promise.all(scripts)
    expect(texts.length).toBeGreaterThan(1)
    // React says so in its builds for developers alone.
    expect(texts.filter((text) => text.includes('cannot be a descendant of'))).toEqual([])
  })

  it('and scripts: compressed, and kept for good', async () => {
    const html = await (await fetch(addresses.shop, { headers: { accept: 'text/html' } })).text()
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(html) ?? []
    const { headers } = await fetch(addresses.shop + script, { headers: { 'accept-encoding': 'br' } })
    expect(headers.get('content-encoding')).toBe('br')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })
})

import { randomUUID } from 'node:crypto'
import { journey } from '@aos/contracts/journey'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser, screenshot, visit } from '../e2e/browser.ts'
import { PASSWORD } from '../e2e/callers.ts'
import { becomes, fillCart, fillCheckout, placeOrder, stepsDone } from '../e2e/shopping.ts'
import { chargesOf, mailsTo, parcelsOf } from '../e2e/third-parties.ts'
import { until } from '../harness/until.ts'
import { ClusterStore } from './cluster-store.ts'
import { hostRules } from './ingress.ts'

const address = inject('clusterStore')
let store: ClusterStore
let browser: Browser

beforeAll(async () => {
  store = await ClusterStore.open(address)
  browser = await openBrowser(hostRules({ address: address.ingress, host: address.host }))
})
afterAll(async () => {
  await browser?.close()
  store?.close()
})

it('an order placed through the ingress goes its whole way, with e-mail and parcel', async () => {
  const { addresses } = store.place
  const { page, context, faults } = await visit(browser, store.shop)
  const email = `${randomUUID()}@example.com`
  await page.goto('/')
  const sku = await anySku()
  await fillCart(page, sku, 2)
  await fillCheckout(page, { email })
  const id = await placeOrder(page)

  await becomes(page, 'approved')
  await until('all steps are drawn as done', async () => {
    const done = await stepsDone(page)
    return journey.every(({ doneBy }) => done.includes(doneBy))
  })
  await screenshot(page, 'cluster-order-approved')
  expect(await parcelsOf(addresses.carrier, id)).toHaveLength(1)
  expect(await chargesOf(addresses.paymentBroker, id)).toMatchObject([{ status: 'succeeded', refunded: 0 }])
  await until(
    'the e-mail is in the mailbox',
    async () => (await mailsTo(addresses.mailbox, email)).length > 0,
  )
  const [mail] = await mailsTo(addresses.mailbox, email)
  expect(mail).toMatchObject({
    subject: expect.stringMatching(/confirmed/),
    text: expect.stringContaining(id),
  })
  expect(faults).toEqual([])
  await context.close()
})

it('a command in a pod lets the first of the staff into the back office', async () => {
  const email = `${randomUUID()}@staff.example.com`
  const command = ['node', 'service/src/staff.ts', 'add', email]
  const said = await store.namespace.exec('deployment/accounts', 'accounts', command)
  const { page, context, faults } = await visit(browser, store.shop)
  await page.goto(/https?:\S+#\S+/.exec(said)?.[0] ?? said)
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByRole('heading', { level: 1, name: 'Your password is changed' }).waitFor()
  await page.goto('/account/sign-in?to=/admin')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

async function anySku(): Promise<string> {
  const shoppers = store.shoppers()
  const products = await shoppers.products().finally(() => shoppers.close())
  const sold = products.find(({ available }) => available > 10)
  if (!sold) throw new Error('the shelves are empty')
  return sold.sku
}

import type { Page } from 'playwright-core'
import { newShopper, newStaff, type SignedIn } from '../e2e/callers.ts'
import type { Stage } from './scene.ts'

let staff: Promise<SignedIn> | undefined
let shopper: Promise<SignedIn> | undefined

async function becomes(page: Page, somebody: Promise<SignedIn>): Promise<Page> {
  await page.context().addCookies((await somebody).caller.cookies())
  return page
}

/** The browser becomes that of somebody of the staff, the same one in all scenes. */
export function asStaff({ page, addresses, databaseUrls }: Stage): Promise<Page> {
  staff ??= newStaff({ addresses, databaseUrls }, 'grace@example.com')
  return becomes(page, staff)
}

/** The browser becomes that of somebody with an account, who never orders anything. */
export function asShopper({ page, addresses }: Stage): Promise<Page> {
  shopper ??= newShopper(addresses.shop)
  return becomes(page, shopper)
}

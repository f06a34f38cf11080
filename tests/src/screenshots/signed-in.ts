import type { Page } from 'playwright-core'
import { newStaff, type SignedIn } from '../e2e/callers.ts'
import type { Stage } from './scene.ts'

let staff: Promise<SignedIn> | undefined

/** The browser becomes that of somebody of the staff, the same one for all pictures. */
export async function asStaff({ page, addresses, databaseUrls }: Stage): Promise<Page> {
  staff ??= newStaff({ addresses, databaseUrls }, 'grace@example.com')
  await page.context().addCookies((await staff).caller.cookies())
  return page
}

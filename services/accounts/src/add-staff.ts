import { randomBytes } from 'node:crypto'
import type { Database } from '@aos/chassis/database'
import { z } from 'zod'
import { findByEmail, insertInvitedAccount, setRole } from './accounts-table.ts'

const HOURS = 24

/**
 * Lets an account into the back office. An address that nobody verified may be somebody else's account.
 *
 * @returns what to tell whoever asked.
 */
export async function addStaff(database: Database, email: string, shopUrl: string): Promise<string> {
  if (!z.email().safeParse(email).success) throw new Error(`${email} is no e-mail address`)
  const known = await findByEmail(database, email)
  if (known && !known.emailVerified)
    throw new Error(
      `whoever made the account ${email} has not verified the address yet: they find how in their e-mail`,
    )
  if (known) {
    await setRole(database, email, 'staff')
    return `${email} is staff now`
  }
  const token = randomBytes(24).toString('base64url')
  const name = email.split('@')[0] ?? email
  await insertInvitedAccount(database, { name, email, role: 'staff', token, hours: HOURS })
  const link = `${shopUrl.replace(/\/$/, '')}/account/reset-password#${token}`
  return `${email} is staff now. With this link they choose a password, within ${HOURS} hours:\n${link}`
}

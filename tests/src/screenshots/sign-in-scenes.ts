import { accepts, neverAnswers, refuses } from './answers.ts'
import { opened } from './open-scene.ts'
import type { Scene } from './scene.ts'
import { asShopper } from './signed-in.ts'

const verification = /\/api\/v1\/account\/verification$/

/** On the way to an account, and for who may not come in. */
export const signInScenes: Scene[] = [
  { name: 'sign-in', show: ({ page }) => opened(page, '/account/sign-in') },
  { name: 'sign-in-provider-failed', show: ({ page }) => opened(page, '/account/sign-in?error=denied') },
  {
    name: 'sign-in-errors',
    show: async ({ page }) => {
      await opened(page, '/account/sign-in')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByText('Please enter your e-mail address.').waitFor()
    },
  },
  {
    name: 'sign-in-refused',
    show: async ({ page }) => {
      await refuses(page, /\/api\/v1\/session$/, {
        status: 401,
        code: 'wrong-credentials',
        detail: 'this e-mail address and password do not belong together',
      })
      await opened(page, '/account/sign-in')
      await page.getByLabel('E-mail').fill('ada@example.com')
      await page.getByLabel('Password', { exact: true }).fill('correct horse')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'register', show: ({ page }) => opened(page, '/account/register') },
  {
    name: 'register-errors',
    show: async ({ page }) => {
      await opened(page, '/account/register')
      await page.getByRole('button', { name: 'Create account' }).click()
      await page.getByText('Please tell us your name.').waitFor()
    },
  },
  {
    name: 'register-taken',
    show: async ({ page }) => {
      await refuses(page, /\/api\/v1\/account$/, {
        status: 409,
        code: 'account-exists',
        detail: 'there is an account with this e-mail address',
      })
      await opened(page, '/account/register')
      await page.getByLabel('Name').fill('Ada Lovelace')
      await page.getByLabel('E-mail').fill('ada@example.com')
      await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
      await page.getByRole('button', { name: 'Create account' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'forgot-password', show: ({ page }) => opened(page, '/account/forgot-password') },
  {
    name: 'forgot-password-sent',
    show: async ({ page }) => {
      await accepts(page, /password-reset-mail$/)
      await opened(page, '/account/forgot-password')
      await page.getByLabel('E-mail').fill('ada@example.com')
      await page.getByRole('button', { name: 'Send the link' }).click()
      await page.getByText('Look into your e-mails').waitFor()
    },
  },
  { name: 'reset-password', show: ({ page }) => opened(page, '/account/reset-password#token') },
  { name: 'reset-password-incomplete', show: ({ page }) => opened(page, '/account/reset-password') },
  {
    name: 'reset-password-done',
    show: async ({ page }) => {
      await accepts(page, /password-reset$/)
      await opened(page, '/account/reset-password#token')
      await page.getByLabel('New password', { exact: true }).fill('correct horse battery')
      await page.getByRole('button', { name: 'Change password' }).click()
      await page.getByText('Your password is changed').first().waitFor()
    },
  },
  {
    name: 'verify-waiting',
    screenOnly: true,
    show: async ({ page }) => {
      await neverAnswers(page, verification)
      await opened(page, '/account/verify#token')
    },
  },
  {
    name: 'verify-done',
    show: async ({ page }) => {
      await accepts(page, verification)
      await opened(page, '/account/verify#token')
      await page.getByRole('heading', { name: 'Your address is verified' }).waitFor()
    },
  },
  {
    name: 'verify-over',
    show: async ({ page }) => {
      await refuses(page, verification, {
        status: 410,
        code: 'link-is-over',
        detail: 'this link was used already, or is too old',
      })
      await opened(page, '/account/verify#token')
      await page.getByRole('heading', { name: 'That did not work' }).waitFor()
    },
  },
  {
    name: 'office-for-staff-only',
    show: async (stage) => opened(await asShopper(stage), '/admin/products'),
  },
]

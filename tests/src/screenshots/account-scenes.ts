import type { Session } from '@aos/contracts/account'
import type { Page } from 'playwright-core'
import { aLongHistory, someAddresses } from './account-lists.ts'
import { answersWith, changes, failsWith503, refuses } from './answers.ts'
import { opened } from './open-scene.ts'
import type { Scene, Stage } from './scene.ts'
import { asShopper, asStaff } from './signed-in.ts'

const session = /\/api\/v1\/session$/
const orders = /\/api\/v1\/orders\?/
const addresses = /\/api\/v1\/account\/addresses$/

/** Where somebody who is signed in goes. */
const at =
  (path: string) =>
  async (stage: Stage): Promise<Page> => {
    await opened(await asShopper(stage), path)
    return stage.page
  }

export const accountScenes: Scene[] = [
  { name: 'account', show: at('/account') },
  {
    name: 'account-verified-long-name',
    show: async (stage) => {
      await changes<Session>(stage.page, session, ({ account, ...rest }) => ({
        ...rest,
        ...(account && {
          account: { ...account, name: someAddresses[1]?.name ?? '', emailVerified: true },
        }),
      }))
      await at('/account')(stage)
    },
  },
  {
    name: 'account-of-staff',
    show: async (stage) => opened(await asStaff(stage), '/account'),
  },
  {
    name: 'account-mail-again-failed',
    show: async (stage) => {
      await failsWith503(stage.page, /verification-mail$/)
      const page = await at('/account')(stage)
      await page.getByRole('button', { name: 'Send it again' }).click()
      await page.getByText('The shop cannot do this right now').waitFor()
    },
  },
  {
    name: 'account-error',
    show: async (stage) => {
      await failsWith503(stage.page, session)
      await (await asShopper(stage)).goto('/account')
      await stage.page.getByRole('alert').waitFor()
    },
  },
  { name: 'account-orders-none', show: at('/account/orders') },
  {
    name: 'account-orders',
    show: async (stage) => {
      await answersWith(stage.page, orders, aLongHistory)
      const page = await at('/account/orders')(stage)
      await page.getByText('Page 1 of 3').waitFor()
    },
  },
  {
    name: 'account-orders-error',
    show: async (stage) => {
      await failsWith503(stage.page, orders)
      await (await asShopper(stage)).goto('/account/orders')
      await stage.page.getByRole('alert').waitFor()
    },
  },
  { name: 'account-addresses-none', show: at('/account/addresses') },
  {
    name: 'account-addresses-errors',
    show: async (stage) => {
      const page = await at('/account/addresses')(stage)
      await page.getByRole('button', { name: 'Save address' }).click()
      await page.getByText('Please enter the city.').waitFor()
    },
  },
  {
    name: 'account-addresses',
    show: async (stage) => {
      await answersWith(stage.page, addresses, someAddresses)
      const page = await at('/account/addresses')(stage)
      await page.getByText('LL61 5UJ').waitFor()
    },
  },
  {
    name: 'account-address-change',
    show: async (stage) => {
      await answersWith(stage.page, addresses, someAddresses)
      const page = await at('/account/addresses')(stage)
      await page.getByRole('button', { name: 'Change Ada Lovelace' }).click()
      await page.getByLabel('City').waitFor()
    },
  },
  {
    name: 'account-address-not-removed',
    show: async (stage) => {
      await answersWith(stage.page, addresses, someAddresses)
      await refuses(stage.page, /account\/addresses\/[\da-f-]+$/, {
        status: 404,
        code: 'no-such-saved-address',
        detail: 'there is no such address',
      })
      const page = await at('/account/addresses')(stage)
      await page.getByRole('button', { name: 'Remove Ada Lovelace' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'account-delete', show: at('/account/delete') },
  {
    name: 'account-delete-errors',
    show: async (stage) => {
      const page = await at('/account/delete')(stage)
      await page.getByRole('button', { name: 'Delete my account for good' }).click()
      await page.getByText('Please enter your password.').waitFor()
    },
  },
]

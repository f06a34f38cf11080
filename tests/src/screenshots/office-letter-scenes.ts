import type { DeadLetter } from '@aos/contracts/dead-letters'
import { servicesWithDatabase } from '@aos/contracts/services'
import { answersWith, failsWith503, neverAnswers } from './answers.ts'
import { aLetter, letterPage } from './letters.ts'
import { opened } from './open-scene.ts'
import type { Scene, Stage } from './scene.ts'
import { asStaff } from './signed-in.ts'

const anyLetters = /\/api\/v1\/admin\/dead-letters\//

const accepted = () =>
  aLetter({ redrivenAt: '2026-03-02T10:00:00.000Z', redrivenBy: 'ada@staff.example.com' })

const cut = () =>
  aLetter({
    subject: 'x'.repeat(200),
    event: `{"type":"ProcessPayment","data":{"note":"${'long '.repeat(400)}`,
    characters: 90_000,
    redrivable: false,
  })

const aside = () =>
  aLetter({
    setAside: {
      at: '2026-03-02T10:00:00.000Z',
      by: 'grace@staff.example.com',
      note: 'the customer was called, and ordered anew',
    },
  })

const openLetters = async (stage: Stage): Promise<void> => opened(await asStaff(stage), '/admin/dead-letters')

/** What one service refused; the others refused nothing. */
async function onlyPaymentsHas({ page }: Stage, letters: DeadLetter[], total?: number): Promise<void> {
  await answersWith(page, anyLetters, letterPage([]))
  await answersWith(page, /dead-letters\/payments/, letterPage(letters, total))
}

export const officeLetterScenes: Scene[] = [
  {
    name: 'office-dead-letters',
    show: async (stage) => {
      await onlyPaymentsHas(stage, [aLetter(), cut(), aside(), accepted()])
      await failsWith503(stage.page, /dead-letters\/shipments/)
      await openLetters(stage)
      await stage.page.getByText('The message', { exact: true }).first().click()
      await stage.page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'office-dead-letters-many',
    show: async (stage) => {
      await onlyPaymentsHas(
        stage,
        Array.from({ length: 50 }, () => aLetter()),
        140,
      )
      await openLetters(stage)
      await stage.page.getByRole('link', { name: 'All of payments' }).click()
      await stage.page.getByText('Page 1 of 3').waitFor()
    },
  },
  {
    name: 'office-dead-letters-none',
    show: async (stage) => {
      await onlyPaymentsHas(stage, [])
      await openLetters(stage)
      await stage.page.getByText('No message was refused.').waitFor()
    },
  },
  {
    name: 'office-dead-letters-refused-again',
    show: async (stage) => {
      const letter = aLetter()
      await onlyPaymentsHas(stage, [letter])
      await stage.page.route(/\/redrive$/, (route) => route.fulfill({ json: { ...letter, redrives: 2 } }))
      await openLetters(stage)
      await stage.page.getByRole('button', { name: 'Try again' }).click()
      await stage.page.getByText('Refused again by payments.').waitFor()
    },
  },
  {
    name: 'office-dead-letters-set-aside',
    show: async (stage) => {
      await onlyPaymentsHas(stage, [aLetter()])
      await openLetters(stage)
      await stage.page.getByText('Set it aside').click()
      await stage.page.getByRole('button', { name: 'Set aside' }).click()
      await stage.page.getByText('Please say why').waitFor()
    },
  },
  {
    name: 'office-dead-letters-loading',
    screenOnly: true,
    show: async (stage) => {
      await neverAnswers(stage.page, anyLetters)
      await openLetters(stage)
    },
  },
  {
    name: 'office-dead-letters-error',
    show: async (stage) => {
      await failsWith503(stage.page, anyLetters)
      await openLetters(stage)
      await stage.page
        .getByRole('alert')
        .nth(servicesWithDatabase.length - 1)
        .waitFor()
    },
  },
]

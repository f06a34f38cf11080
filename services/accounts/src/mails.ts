import type { Database } from '@aos/chassis/database'
import type { Outbox } from '@aos/chassis/outbox'
import { activeTraceparent } from '@aos/chassis/telemetry'
import { emit } from '@aos/contracts/messages'
import { contactOf } from '@aos/contracts/order-parts'
import { nextSequence } from './accounts-table.ts'
import { languageAsked } from './asked-in.ts'

interface Person {
  id: string
  name: string
  email: string
}

const addressee = ({ name, email }: Person) =>
  contactOf({ name: name || email, email, language: languageAsked() })

export type Mails = ReturnType<typeof mailsThrough>

/** What has to be mailed is said through the outbox; notifications writes the letters. */
export function mailsThrough(database: Database, outbox: Outbox) {
  const say = (
    person: Person,
    message: ReturnType<typeof emit<'EmailVerificationRequested' | 'PasswordResetRequested'>>,
  ) =>
    database.transaction(async (tx) => {
      const sequence = await nextSequence(tx, person.id)
      await outbox.add(tx, [{ ...message, sequence }], activeTraceparent)
    })
  return {
    verification: (person: Person, token: string) =>
      say(
        person,
        emit('EmailVerificationRequested', { accountId: person.id, customer: addressee(person), token }),
      ),
    passwordReset: (person: Person, token: string, minutes: number) =>
      say(
        person,
        emit('PasswordResetRequested', { accountId: person.id, customer: addressee(person), token, minutes }),
      ),
  }
}

import { inject, it } from 'vitest'
import { fuzz } from '../fuzz/schemathesis.ts'
import { type Caller, newShopper, newStaff } from './callers.ts'

const store = inject('store')
const { shop } = store.addresses

const MINUTE = 60_000
const ends = ['signOut', 'deleteAccount']

const cookieOf = (caller: Caller): string =>
  caller
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')

/** The same requests each time, in the same order; a faster machine gets further. */
const usual = { shop, seed: 1, examples: 15, mostSeconds: 60 }
const asFuzzed = { timeout: 10 * MINUTE }

it(
  'whatever a stranger asks, no answer is a fault of ours or differs from the document',
  asFuzzed,
  async () => {
    await fuzz({ ...usual, cookie: '', more: [] })
  },
)

it.each([
  // Few and known: what follows from the schemas, without more at random.
  ['a shopper', async () => (await newShopper(shop)).caller, ['--phases=coverage']],
  ['staff', async () => (await newStaff(store)).caller, ['--phases=coverage']],
])(
  'whatever %s asks, no answer is a fault of ours or differs from the document',
  asFuzzed,
  async (_, who, phases) => {
    const caller = await who()
    const cookie = cookieOf(caller)
    const other = ends.flatMap((id) => ['--exclude-operation-id', id])
    await fuzz({ ...usual, cookie, more: [...phases, ...other] })
    // They end the session, so they come last.
    const last = ends.flatMap((id) => ['--include-operation-id', id])
    await fuzz({ ...usual, cookie, more: [...phases, ...last] })
  },
)

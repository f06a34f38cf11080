import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '@aos/chassis/errors'
import { type TestKafka, testKafka } from '@aos/tests/harness/kafka'
import { recorderFor } from '@aos/tests/harness/recorder'
import { sampleEvent } from '@aos/tests/harness/samples'
import { type TestService, testService } from '@aos/tests/harness/service'
import { until } from '@aos/tests/harness/until'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readLetters } from './mailroom.ts'

const program = join(import.meta.dirname, '..', 'dead-letters.ts')

let kafka: TestKafka
let stock: TestService
/** The fault of the service: an event that it cannot accept until it is mended. */
let refusedId: string | undefined
const { seen, subscriptions } = recorderFor('stock', (messages) => {
  if (messages.some(({ id }) => id === refusedId))
    throw new AppError('unprocessable', 'bug', 'a fault of ours')
})

beforeAll(async () => {
  kafka = await testKafka()
  stock = await testService('stock', () => subscriptions, { brokers: kafka.brokers })
})
afterAll(async () => {
  await stock.stop()
  await kafka.stop()
})

interface Ended {
  code: number
  stdout: string
  stderr: string
}

const deadLetters = (...args: string[]): Promise<Ended> =>
  promisify(execFile)(process.execPath, [program, ...args, '--brokers', kafka.brokers]).then(
    (output) => ({ code: 0, ...output }),
    (error: Ended) => error,
  )

const open = async () =>
  (await readLetters(kafka.brokers, ['stock'])).filter(({ redrivenAt }) => redrivenAt === undefined)

async function refuse() {
  const event = sampleEvent('ReserveItems')
  refusedId = event.id
  await kafka.produce('stock.commands', event.subject, [event])
  await until('it is a letter', async () => (await open()).length === 1)
  return event
}

it('nothing is listed when nothing was refused', async () => {
  expect(await deadLetters('list')).toMatchObject({ code: 0, stdout: 'no dead letters\n' })
})

it('a letter is listed, shown, and once the service is mended its message is handled', async () => {
  const event = await refuse()
  const [letter] = await open()
  const id = letter?.id ?? ''
  expect((await deadLetters('list')).stdout).toContain(`${id}  `)
  expect((await deadLetters('list', '--service', 'orders')).stdout).toBe('no dead letters\n')
  expect(JSON.parse((await deadLetters('show', id)).stdout)).toMatchObject({
    reason: 'a fault of ours',
    event,
  })

  refusedId = undefined
  expect(await deadLetters('redrive', id)).toMatchObject({
    code: 0,
    stdout: `${id} is on stock.commands again\n`,
  })
  await until('it is handled', () => seen.some((message) => message.id === event.id))
  expect((await deadLetters('list')).stdout).toBe('no dead letters\n')
  expect((await deadLetters('list', '--all')).stdout).toContain('sent again')
})

it('a message that comes back again and again stays in the end', async () => {
  await refuse()
  for (const round of [1, 2, 3]) {
    expect((await deadLetters('redrive', '--all')).code).toBe(0)
    await until('it is back', async () => (await open())[0]?.redrives === round)
  }
  const refusal = await deadLetters('redrive', '--all')
  expect(refusal).toMatchObject({ code: 1, stdout: expect.stringContaining('came back 3 times') })
  refusedId = undefined
  expect(await deadLetters('redrive', '--all', '--force')).toMatchObject({ code: 0 })
  await until('it is handled', async () => (await open()).length === 0)
})

it.each([
  [['redrive'], 'say which letter'],
  [['show', 'x'], 'there is no letter x'],
  [['burn'], 'there is no command burn'],
  [['list', '--service', 'kitchen'], 'no service is called kitchen'],
])('%j is answered with what to do instead', async (args, complaint) => {
  expect(await deadLetters(...args)).toMatchObject({ code: 1, stderr: expect.stringContaining(complaint) })
})

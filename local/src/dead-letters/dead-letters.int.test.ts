import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '@aos/chassis/errors'
import { type TestKafka, testKafka } from '@aos/tests/harness/kafka'
import { recorderFor } from '@aos/tests/harness/recorder'
import { sampleEvent } from '@aos/tests/harness/samples'
import { type TestService, testService } from '@aos/tests/harness/service'
import { ACTOR_TOKEN_SECRET, APP_API_TOKEN } from '@aos/tests/harness/sidecar'
import { temporaryFolder } from '@aos/tests/harness/temporary-folder'
import { until } from '@aos/tests/harness/until'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dataPaths } from '../data-folder.ts'
import { freePorts } from '../ports.ts'
import { LettersOfStore } from './letters-of-store.ts'

const program = join(import.meta.dirname, '..', 'dead-letters.ts')

let kafka: TestKafka
let stock: TestService
let letters: LettersOfStore
const folder = temporaryFolder('aos-dead-letters-')
/** The fault of the service: an event that it cannot accept until it is mended. */
let refusedId: string | undefined
const { seen, subscriptions } = recorderFor('stock', (messages) => {
  if (messages.some(({ id }) => id === refusedId))
    throw new AppError('unprocessable', 'bug', 'a fault of ours')
})

beforeAll(async () => {
  kafka = await testKafka()
  stock = await testService('stock', () => subscriptions, { brokers: kafka.brokers })
  letters = new LettersOfStore({ dataDir: folder.path, ports: await asStore() })
})
afterAll(async () => {
  await stock.stop()
  await kafka.stop()
  folder.remove()
})

/** A data folder as of a store of which only stock runs. */
async function asStore() {
  const ports = await freePorts()
  ports.services.stock.app = stock.config.PORT
  const { secrets, store } = dataPaths(folder.path)
  mkdirSync(dirname(store), { recursive: true })
  writeFileSync(store, JSON.stringify({ ports }))
  writeFileSync(
    secrets,
    JSON.stringify({ 'app-api-token': APP_API_TOKEN, 'actor-token': ACTOR_TOKEN_SECRET }),
  )
  return ports
}

interface Ended {
  code: number
  stdout: string
  stderr: string
}

const run = (...args: string[]): Promise<Ended> =>
  promisify(execFile)(process.execPath, [program, ...args, '--data', folder.path]).then(
    (output) => ({ code: 0, ...output }),
    (error: Ended) => error,
  )
const deadLetters = (...args: string[]): Promise<Ended> => run(...args, '--service', 'stock')

async function refuse() {
  const event = sampleEvent('ReserveItems')
  refusedId = event.id
  await kafka.produce('stock.commands', event.subject, [event])
  await until('it is a letter', async () => (await letters.of('stock', { all: false })).length === 1)
  const [letter] = await letters.of('stock', { all: false })
  return { event, id: letter?.id ?? '' }
}

it('nothing is listed when nothing was refused', async () => {
  expect(await deadLetters('list')).toMatchObject({ code: 0, stdout: 'no dead letters\n' })
})

it('a letter is listed, shown, and once the service is mended its message is handled', async () => {
  const { event, id } = await refuse()
  expect((await deadLetters('list')).stdout).toContain(`${id}  `)
  const shown = JSON.parse((await deadLetters('show', id)).stdout)
  expect(shown).toMatchObject({ reason: 'a fault of ours', event })
  const [record] = (await kafka.read('stock.dead-letters')) as { id: string }[]
  expect(record?.id).toBe(id)

  expect(await deadLetters('redrive', id)).toMatchObject({
    code: 1,
    stderr: `${id} is refused again: a fault of ours\n`,
  })
  refusedId = undefined
  expect(await deadLetters('redrive', '--all')).toMatchObject({ code: 0, stdout: `${id} is accepted\n` })
  expect(seen.map((message) => message.id)).toContain(event.id)
  expect((await deadLetters('list')).stdout).toBe('no dead letters\n')
  expect((await deadLetters('list', '--all')).stdout).toContain('accepted 2')
})

it('services that do not answer are named, and hide no others', async () => {
  const { id } = await refuse()
  const { code, stdout, stderr } = await run('list')
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining(id) })
  expect(stderr).toContain('orders does not answer')
  refusedId = undefined
  expect((await deadLetters('redrive', id)).code).toBe(0)
})

it('a letter that is set aside with the reason is listed with the settled ones alone', async () => {
  const { id } = await refuse()
  expect((await deadLetters('set-aside', id)).stderr).toContain('say why')
  expect(await deadLetters('set-aside', id, '--note', 'sold out for good')).toMatchObject({
    code: 0,
    stdout: `${id} is set aside\n`,
  })
  expect((await deadLetters('list')).stdout).toBe('no dead letters\n')
  expect((await deadLetters('list', '--all')).stdout).toContain('(dead-letters@command.invalid): sold out')
  refusedId = undefined
  expect((await deadLetters('redrive', id)).code).toBe(0)
})

it.each([
  [['redrive'], 'say which letter'],
  [['show', 'x'], 'there is no letter x'],
  [['burn'], 'there is no command burn'],
])('%j is answered with what to do instead', async (args, complaint) => {
  expect(await deadLetters(...args)).toMatchObject({ code: 1, stderr: expect.stringContaining(complaint) })
})

it('a service that does not exist is answered with those that do', async () => {
  expect((await run('list', '--service', 'kitchen')).stderr).toContain('no service is called kitchen')
})

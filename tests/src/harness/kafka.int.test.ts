import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestKafka, testKafka } from './kafka.ts'

let kafka: TestKafka
beforeAll(async () => {
  kafka = await testKafka()
})
afterAll(() => kafka.stop())

it('an empty topic has no records', async () => {
  expect(await kafka.read('stock.events')).toEqual([])
})

it('what was written is read in order', async () => {
  await kafka.produce('stock.commands', 'a', [{ n: 1 }, 'not json', { n: 2 }])
  expect(await kafka.read('stock.commands')).toEqual([{ n: 1 }, 'not json', { n: 2 }])
})

it('the next file starts with empty topics', async () => {
  await kafka.stop()
  kafka = await testKafka()
  expect(await kafka.read('stock.commands')).toEqual([])
})

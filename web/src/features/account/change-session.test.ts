import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage, sessionSlot, tabStorage } from '../../shared/session-slot.ts'
import { changeSession } from './change-session.ts'

const nobody = { csrf: 'x' } as never

const answered = (...answers: (string | Promise<string>)[]) => {
  let calls = 0
  return () => Promise.resolve(answers[calls++] ?? 'nothing more')
}

it('what the next page waits for arrives there', async () => {
  const client = new QueryClient()
  const answer = Promise.withResolvers<string>()
  const query = { queryKey: ['start'], queryFn: answered(answer.promise) }
  let waiting: Promise<string> | undefined
  await changeSession(client, nobody, async () => {
    waiting = client.fetchQuery(query)
    new QueryObserver(client, query).subscribe(() => {})
  })
  answer.resolve('new')
  await expect(waiting).resolves.toBe('new')
})

it('what was shown to somebody else is asked for anew, and what was kept is forgotten', async () => {
  const client = new QueryClient()
  const cart = new QueryObserver(client, { queryKey: ['cart'], queryFn: answered('theirs', 'mine') })
  cart.subscribe(() => {})
  await expect.poll(() => cart.getCurrentResult().data).toBe('theirs')
  client.setQueryData(['orders'], 'theirs')
  const seen: unknown[] = []
  cart.subscribe(({ data }) => seen.push(data))
  await changeSession(client, nobody, async () => {})
  expect(client.getQueryData(['orders'])).toBeUndefined()
  expect(cart.getCurrentResult().data).toBe('mine')
  expect(seen).toContain(undefined)
})

describe.each([
  ['in the session storage', () => vi.stubGlobal('window', { sessionStorage: memoryStorage() })],
  ['in memory, where the browser forbids that', () => {}],
])('what was typed at the checkout, kept %s,', (_, prepare) => {
  afterEach(() => vi.unstubAllGlobals())
  const typed = () => {
    prepare()
    const slot = sessionSlot('aos.checkout.draft', (value) => typeof value === 'string', tabStorage())
    slot.write('Ada Lovelace, 12 Market Street')
    return slot
  }

  it('is gone once somebody signed out, or deleted the account', async () => {
    const slot = typed()
    await changeSession(new QueryClient(), nobody, async () => {})
    expect(slot.read()).toBeUndefined()
  })

  it('stays when who typed it signs in', async () => {
    const slot = typed()
    await changeSession(new QueryClient(), { account: { name: 'Ada' } } as never, async () => {})
    expect(slot.read()).toBe('Ada Lovelace, 12 Market Street')
  })
})

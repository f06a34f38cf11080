import { afterAll, expect, it, vi } from 'vitest'
import { money } from '../format.ts'
import { locale } from './locale.ts'
import { loadMessages, localized } from './localized.ts'

vi.hoisted(() => vi.stubGlobal('navigator', { languages: ['de'] }))
vi.mock('./de.ts', () => {
  throw new Error('the connection broke')
})
const complaints = vi.spyOn(console, 'error').mockReturnValue()
afterAll(() => complaints.mockRestore())

it('a shop whose German words do not come is English, and says that it is', async () => {
  expect(locale).toBe('de')
  const english = { greeting: 'Hello' }
  const begun = localized('shell', english)
  await loadMessages()
  expect(begun).toEqual(english)
  expect(localized('shell', english)).toBe(english)
  expect(locale).toBe('en')
  expect(money({ amount: 1_250, currency: 'EUR' })).toBe('€12.50')
  expect(complaints).toHaveBeenCalledOnce()
})

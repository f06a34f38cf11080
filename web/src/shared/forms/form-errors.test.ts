import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '../api/failures.ts'
import { errorsIn } from './errors-in.ts'
import { errorsOf } from './form-errors.ts'

const remedies = { name: 'Please enter a name.', price: 'Please enter a price.' }
const schema = z.object({ name: z.string().min(1), price: z.object({ amount: z.int().min(1) }) })

const refusal = (errors?: { path: string; message: string }[]) =>
  new Refusal(
    { type: '', title: '', status: 422, detail: 'no', code: 'c', requestId: 'r', ...(errors && { errors }) },
    422,
  )

describe('what is wrong', () => {
  test('stands beside the field, also where the schema finds it deeper', () => {
    expect(errorsIn(schema, { name: '', price: { amount: 0 } }, remedies)).toEqual(remedies)
    expect(errorsIn(schema, { name: 'a', price: { amount: 1 } }, remedies)).toEqual({})
  })

  test('is told in the words of the shop where it complains', () => {
    const taken = [{ path: 'price.amount', message: 'this is too much' }]
    expect(errorsOf(refusal(taken), remedies)).toEqual({ price: 'This is too much.' })
  })

  test('is beside no field where none is meant', () => {
    expect(errorsOf(refusal([{ path: 'edition', message: 'x' }]), remedies)).toBeUndefined()
    expect(errorsOf(refusal(), remedies)).toBeUndefined()
    expect(errorsOf(new Error('x'), remedies)).toBeUndefined()
  })
})

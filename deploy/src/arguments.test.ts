import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'

describe('npm run deploy', () => {
  it('deploys the laptop’s store when nothing is said', () => {
    expect(readArguments([])).toMatchObject({ profile: 'laptop', task: 'deploy', ownOperator: false })
  })

  it('keeps data unless its deletion is asked for by name', () => {
    expect(readArguments(['--delete']).task).toBe('delete')
    expect(readArguments(['--delete', '--delete-data']).task).toBe('delete-data')
  })

  it('refuses what it does not know', () => {
    expect(() => readArguments(['--profil', 'x'])).toThrow('--profil')
  })
})

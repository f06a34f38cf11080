import { describe, expect, it } from 'vitest'
import { isServerOf } from './postgres.ts'
import { mayEnter } from './unprivileged.ts'

const user = { uid: 101, gid: 104 }

describe('a folder may be entered', () => {
  it.each([
    ['by everybody', { mode: 0o40755, uid: 0, gid: 0 }, true],
    ['by its owner only, who is somebody else', { mode: 0o40700, uid: 0, gid: 0 }, false],
    ['by its owner', { mode: 0o40700, uid: 101, gid: 0 }, true],
    ['by its group', { mode: 0o40710, uid: 0, gid: 104 }, true],
    ['by others but not by its own group', { mode: 0o40701, uid: 0, gid: 104 }, false],
  ])('%s', (_, permissions, expected) => {
    expect(mayEnter(permissions, user)).toBe(expected)
  })
})

describe('the process that a PID file names', () => {
  it('is the server only when it serves this data', () => {
    expect(isServerOf('/data/postgres', '/x/bin/postgres -D /data/postgres -p 5433')).toBe(true)
    expect(isServerOf('/data/postgres', '/x/bin/postgres -D /other')).toBe(false)
    expect(isServerOf('/data/postgres', 'vim /data/notes')).toBe(false)
    expect(isServerOf('/data/postgres', undefined)).toBe(false)
  })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { commandOf, startTimeInStat, startTimeOf } from './process-identity.ts'

const stat = (name: string, state: string) =>
  `42 (${name}) ${state} 1 42 42 0 -1 4194560 100 0 0 0 1 2 0 0 20 0 11 0 987654 1000 200 18446744073709551615`

it('reads the start time behind a name with blanks and brackets', () => {
  expect(startTimeInStat(stat('node', 'S'))).toBe('987654')
  expect(startTimeInStat(stat('tmux: (client) 1', 'S'))).toBe('987654')
})

it('takes a zombie for ended', () => {
  expect(startTimeInStat(stat('node', 'Z'))).toBeUndefined()
  expect(startTimeInStat(undefined)).toBeUndefined()
})

it('knows this process, and no process that has ended', async () => {
  expect(startTimeOf(process.pid)).toBe(startTimeOf(process.pid))
  expect(commandOf(process.pid)).toContain('node')
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  expect(startTimeOf(child.pid ?? 0)).toBeUndefined()
})

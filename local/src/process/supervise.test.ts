import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ProcessGroup } from './process-group.ts'
import { type Program, supervise } from './supervise.ts'

let folder: string
let said: string[]
let group: ProcessGroup

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aos-supervise-'))
  said = []
  group = await ProcessGroup.of(join(folder, 'processes.json'), (name, text) => said.push(`${name} ${text}`))
})

afterEach(async () => {
  await group.stop()
  rmSync(folder, { recursive: true })
})

const patience = { timeout: 10_000, interval: 20 }

/** A program that says by a file that it is up. */
function program(overrides: Partial<Program> = {}): Program {
  const ready = join(folder, 'ready')
  return {
    name: 'orders',
    kind: 'service',
    command: process.execPath,
    args: [
      '-e',
      `require('fs').writeFileSync('${ready}', ''); console.log('up'); setInterval(() => {}, 1000)`,
    ],
    env: {},
    logFile: join(folder, 'orders.log'),
    prepare: async () => rmSync(ready, { force: true }),
    isReady: async () => existsSync(ready),
    readyWithinMs: 10_000,
    ...overrides,
  }
}

describe('a supervised process', () => {
  it('is started again when it dies, and the log says so', async () => {
    const orders = await supervise(program(), group.surroundings)
    const first = orders.pid
    orders.kill('SIGKILL')
    await vi.waitFor(() => expect(said.at(-1)).toMatch(/orders is back after/), patience)
    expect(said[0]).toBe('orders ended (SIGKILL); starting it again in 0.2 s')
    expect(orders.pid).not.toBe(first)
  })

  it('is not started again after a stop', async () => {
    const orders = await supervise(program(), group.surroundings)
    await orders.stop()
    expect(orders.pid).toBeUndefined()
    expect(said).toEqual([])
  })

  it('is ended by force when it does not stop in time', async () => {
    const deaf = "process.on('SIGTERM', () => {});"
    const base = program()
    const args = ['-e', deaf + base.args[1]]
    const orders = await supervise({ ...base, args, stopWithinMs: 200 }, group.surroundings)
    await orders.stop()
    expect(said).toEqual(['orders did not stop within 0.2 s: ending it by force'])
  })

  it('that fails at its first start shows its last words', async () => {
    const args = ['-e', "console.error('no such table'); process.exit(3)"]
    await expect(supervise(program({ args }), group.surroundings)).rejects.toThrow(
      /orders ended at its start \(status 3\)[\s\S]*no such table/,
    )
  })

  it('that fails because its port is taken or the disk is full says what to do', async () => {
    const failing = (words: string) => program({ args: ['-e', `console.error('${words}'); process.exit(1)`] })
    await expect(
      supervise(failing('listen EADDRINUSE: address already in use'), group.surroundings),
    ).rejects.toThrow(/its port is in use: choose others with --port-offset/)
    await expect(supervise(failing('write: No space left on device'), group.surroundings)).rejects.toThrow(
      /the disk is full/,
    )
  })

  it('that is missing is named', async () => {
    await expect(supervise(program({ command: '/no/such/program' }), group.surroundings)).rejects.toThrow(
      /orders ended at its start \(spawn \/no\/such\/program ENOENT\)/,
    )
  })

  it('hands every line on, and keeps it in its log', async () => {
    const lines: string[] = []
    await supervise(program({ onLine: (line) => lines.push(line) }), group.surroundings)
    await vi.waitFor(() => expect(lines).toEqual(['up']), patience)
    await group.stop()
    expect(readFileSync(join(folder, 'orders.log'), 'utf8')).toBe('up\n')
  })
})

describe('a group', () => {
  it('stops services, then sidecars, then simulators, then what all stand on', async () => {
    const kinds = ['platform', 'service', 'simulator', 'sidecar'] as const
    const log = join(folder, 'stops')
    writeFileSync(log, '')
    for (const kind of kinds) {
      const up = join(folder, kind)
      const script = `process.on('SIGTERM', () => { require('fs').appendFileSync('${log}', '${kind} '); process.exit() });
        require('fs').writeFileSync('${up}', ''); setInterval(() => {}, 1000)`
      const isReady = async () => existsSync(up)
      await supervise(program({ name: kind, kind, args: ['-e', script], isReady }), group.surroundings)
    }
    await group.stop()
    expect(readFileSync(log, 'utf8')).toBe('service sidecar simulator platform ')
  })

  it('starts nothing any more once it is stopping', async () => {
    await group.stop()
    await expect(supervise(program(), group.surroundings)).rejects.toThrow('the store is stopping')
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTimeOf } from './process-identity.ts'
import { ProcessRecords, stopLeftovers } from './process-records.ts'

let folder: string
let file: string
let child: ChildProcess

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aos-records-'))
  file = join(folder, 'processes.json')
  child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
})

afterEach(() => {
  child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const pid = () => child.pid ?? 0

describe('records of running processes', () => {
  it('are on disk while the process runs, and gone with the last one', () => {
    const records = new ProcessRecords(file)
    records.add('orders', pid())
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([
      { name: 'orders', pid: pid(), startTime: startTimeOf(pid()) },
    ])
    records.remove(pid())
    expect(existsSync(file)).toBe(false)
  })

  it('let the next run end what a killed run left behind', async () => {
    new ProcessRecords(file).add('orders', pid())
    const said: string[] = []
    const ended = once(child, 'exit')
    await stopLeftovers(file, (_, text) => said.push(text))
    expect(await ended).toEqual([null, 'SIGTERM'])
    expect(said).toEqual(['an earlier run left orders running: stopping them'])
  })

  it('spare a process that only has the same number', async () => {
    writeFileSync(file, JSON.stringify([{ name: 'orders', pid: pid(), startTime: 'another time' }]))
    await stopLeftovers(file, () => {})
    expect(startTimeOf(pid())).toBeDefined()
    expect(existsSync(file)).toBe(false)
  })

  it('do no harm when they are torn', async () => {
    writeFileSync(file, '[{"name":"ord')
    await stopLeftovers(file, () => {})
    expect(existsSync(file)).toBe(false)
  })
})

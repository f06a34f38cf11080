import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { dataDir } from '../testing/data-dir.ts'
import { eventually } from '../testing/eventually.ts'
import { Journal, type Position } from './journal.ts'

vi.setConfig({ testTimeout: 30_000 })

const open = async (file: string) => {
  const entries: number[] = []
  const positions: Position[] = []
  const journal = await Journal.open<number>(file, (entry, position) => {
    entries.push(entry)
    positions.push(position)
  })
  return { journal, entries, positions }
}

test('what was appended is there at the next start, in its order', async () => {
  await using dir = await dataDir()
  const file = join(dir.path, 'a', 'journal.jsonl')
  const first = await open(file)
  for (let n = 0; n < 1000; n++) first.journal.append(n)
  expect(first.entries).toHaveLength(1000)
  await first.journal.flushed()
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(1001)
  await first.journal.close()

  const second = await open(file)
  expect(second.entries).toEqual(first.entries)
  expect(second.positions).toEqual(first.positions)
  await second.journal.close()
})

test('a line torn by a kill is cut off, and the next one is whole', async () => {
  await using dir = await dataDir()
  const file = join(dir.path, 'journal.jsonl')
  await writeFile(file, '1\n2\n{"half":')
  const first = await open(file)
  first.journal.append(3)
  await first.journal.close()
  const second = await open(file)
  expect(second.entries).toEqual([1, 2, 3])
  await second.journal.close()
})

test('a file damaged in the middle is refused, not half read', async () => {
  await using dir = await dataDir()
  const file = join(dir.path, 'journal.jsonl')
  await appendFile(file, '1\nnonsense\n3\n')
  await expect(open(file)).rejects.toThrow('damaged at byte 2')
})

test('an entry is read again from its position, also before it was flushed', async () => {
  await using dir = await dataDir()
  const { journal, positions } = await open(join(dir.path, 'journal.jsonl'))
  for (const n of [10, 200, 3000]) journal.append(n)
  expect(await journal.read(positions[1] as Position)).toBe(200)
  await journal.close()
})

test('while others keep appending, a wait ends with its own group', async () => {
  await using dir = await dataDir()
  const { journal } = await open(join(dir.path, 'journal.jsonl'))
  let appending = true
  const others = (async () => {
    for (let n = 0; appending; n++) {
      journal.append(n)
      await new Promise(setImmediate)
    }
  })()
  for (let n = 0; n < 5; n++) await journal.flushed()
  appending = false
  await others
  await journal.close()
})

test('what is appended lazily reaches the disk by itself', async () => {
  await using dir = await dataDir()
  const file = join(dir.path, 'journal.jsonl')
  const { journal } = await open(file)
  journal.appendLazily(1)
  await eventually(() => readFile(file, 'utf8')).toBe('1\n')
  await journal.close()
})

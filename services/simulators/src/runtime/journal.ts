import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { log } from './log.ts'

/** Where an entry lies in the file, so that what is rarely needed need not stay in memory. */
export interface Position {
  offset: number
  length: number
}

const LAZY_FLUSH_MS = 200
const READ_CHUNK = 1 << 20
const NEWLINE = 0x0a

/**
 * An append-only file of JSON lines: one line is one change, whole or not at all.
 * `append` changes the memory at once and returns; `flushed` resolves when the disk has it.
 * All that is appended while one fsync runs shares the next one.
 */
export class Journal<Entry> {
  #file: FileHandle
  #size: number
  #lines: string[] = []
  #waiting = Promise.withResolvers<void>()
  #draining: Promise<void> | undefined
  #written: Promise<void> | undefined
  #lazyTimer: NodeJS.Timeout | undefined
  #apply: (entry: Entry, position: Position) => void

  private constructor(file: FileHandle, size: number, apply: (entry: Entry, position: Position) => void) {
    this.#file = file
    this.#size = size
    this.#apply = apply
  }

  /** Every entry goes through `apply`, now and at each later start: memory is what the file says. */
  static async open<Entry>(path: string, apply: (entry: Entry, position: Position) => void) {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(path, 'a+')
    try {
      const size = await replay(file, path, apply)
      await file.truncate(size)
      return new Journal<Entry>(file, size, apply)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  append(entry: Entry): void {
    this.#push(entry)
    this.#draining ??= this.#drain()
  }

  /** For what may be lost and said again: it travels with the next write, or a little later. */
  appendLazily(entry: Entry): void {
    this.#push(entry)
    this.#lazyTimer ??= setTimeout(() => {
      this.#lazyTimer = undefined
      this.#draining ??= this.#drain()
    }, LAZY_FLUSH_MS)
  }

  /** Resolves when all that was appended before this call (lazily excepted) survives a power cut. */
  async flushed(): Promise<void> {
    if (this.#draining) await (this.#lines.length > 0 ? this.#waiting.promise : this.#written)
  }

  async read({ offset, length }: Position): Promise<Entry> {
    await this.flushed()
    const { buffer } = await this.#file.read(Buffer.alloc(length), 0, length, offset)
    return JSON.parse(buffer.toString())
  }

  async close(): Promise<void> {
    clearTimeout(this.#lazyTimer)
    this.#draining ??= this.#drain()
    await this.#draining
    await this.#file.close()
  }

  #push(entry: Entry): void {
    const text = `${JSON.stringify(entry)}\n`
    const position = { offset: this.#size, length: Buffer.byteLength(text) }
    this.#size += position.length
    this.#lines.push(text)
    this.#apply(entry, position)
  }

  async #drain(): Promise<void> {
    // Let the rest of this turn of the event loop join the group.
    await new Promise(setImmediate)
    while (this.#lines.length > 0) {
      const text = this.#lines.join('')
      const group = this.#waiting
      this.#written = group.promise
      this.#lines = []
      this.#waiting = Promise.withResolvers()
      await this.#write(text)
      group.resolve()
    }
    this.#draining = undefined
  }

  async #write(text: string): Promise<void> {
    try {
      await this.#file.appendFile(text)
      await this.#file.datasync()
    } catch (error) {
      // Memory is ahead of the disk now: only a restart from the disk is honest.
      log.error('journal cannot be written, stopping', { error: String(error) })
      process.exit(1)
    }
  }
}

/** Returns the size of the whole lines: a kill in the middle of a write leaves a torn one at the end. */
async function replay<Entry>(file: FileHandle, path: string, apply: (entry: Entry, at: Position) => void) {
  const chunk = Buffer.alloc(READ_CHUNK)
  let rest = Buffer.alloc(0)
  let offset = 0
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(chunk, 0, READ_CHUNK, at)
    if (bytesRead === 0) return offset
    at += bytesRead
    rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)])
    let start = 0
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE, start)) {
      const position = { offset, length: end + 1 - start }
      apply(parseLine(rest.subarray(start, end), path, offset), position)
      offset += position.length
      start = end + 1
    }
    rest = rest.subarray(start)
  }
}

function parseLine(line: Buffer, path: string, offset: number) {
  try {
    return JSON.parse(line.toString())
  } catch (cause) {
    throw new Error(`${path} is damaged at byte ${offset}: restore it, or remove it to start empty`, {
      cause,
    })
  }
}

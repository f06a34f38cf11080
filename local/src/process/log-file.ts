import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const TURN_AT_BYTES = 20e6
const TAIL_BYTES = 4000

/** Opens a log to append to; one that has grown large makes room and is kept as `.1`. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true })
  if (existsSync(file) && statSync(file).size > TURN_AT_BYTES) renameSync(file, `${file}.1`)
  return openSync(file, 'a')
}

export function lastLines(file: string, count: number): string {
  if (!existsSync(file)) return ''
  const { size } = statSync(file)
  const length = Math.min(size, TAIL_BYTES)
  const buffer = Buffer.alloc(length)
  const handle = openSync(file, 'r')
  readSync(handle, buffer, 0, length, size - length)
  closeSync(handle)
  return buffer.toString('utf8').trimEnd().split('\n').slice(-count).join('\n')
}

const knownFaults: [RegExp, string][] = [
  [/ENOSPC|no space left on device/i, 'the disk is full: free some space'],
  [/EADDRINUSE|address already in use/i, 'its port is in use: choose others with --port-offset or --port'],
  [/OutOfMemoryError|ENOMEM|cannot allocate memory/i, 'there is not enough memory: close other programs'],
]

/** What a program's last words mean, when it is something that the user can mend. */
export const remedyIn = (words: string): string | undefined =>
  knownFaults.find(([pattern]) => pattern.test(words))?.[1]

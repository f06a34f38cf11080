import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { everyFewSeconds, megabytes, seconds } from '../report.ts'
import { type Algorithm, verify } from './checksum.ts'
import { run } from './run.ts'

const CONNECT_MS = 10_000
const STALL_MS = 30_000

interface Release {
  url: string
  checksumUrl: string
  algorithm: Algorithm
}

/** Downloads an archive, checks it against the checksum published with the release, and unpacks it. */
export async function unpackRelease(
  release: Release,
  folder: string,
  say: (text: string) => void,
): Promise<void> {
  const published = await (await open(release.checksumUrl)).text()
  const archive = join(folder, 'archive.tar.gz')
  await download(release.url, archive, say)
  await verify(archive, published, release.algorithm)
  await run('tar', ['-xzf', archive, '-C', folder], { remedy: 'install tar' })
  await rm(archive)
}

/** The time limit is for the answer to begin; how long the rest takes depends on the line. */
async function open(url: string, stop = new AbortController()): Promise<Response> {
  const timer = setTimeout(() => stop.abort(new Error(`no answer in ${CONNECT_MS / 1000} s`)), CONNECT_MS)
  try {
    const response = await fetch(url, { signal: stop.signal })
    if (!response.ok) throw new Error(`HTTP status ${response.status}`)
    return response
  } catch (error) {
    const cause = (error as Error).cause
    throw new Error(`${url}: ${cause instanceof Error ? cause.message : (error as Error).message}`)
  } finally {
    clearTimeout(timer)
  }
}

async function download(url: string, file: string, say: (text: string) => void): Promise<void> {
  const stop = new AbortController()
  const response = await open(url, stop)
  if (!response.body) throw new Error(`${url}: an empty answer`)
  const total = Number(response.headers.get('content-length'))
  const started = Date.now()
  const sometimes = everyFewSeconds(say)
  let received = 0
  const watchdog = setTimeout(
    () => stop.abort(new Error(`${url}: nothing came for ${STALL_MS / 1000} s`)),
    STALL_MS,
  )
  const count = new Transform({
    transform(chunk: Buffer, _, next) {
      received += chunk.length
      watchdog.refresh()
      sometimes(
        () =>
          `${megabytes(received)} of ${total ? megabytes(total) : 'an unknown size'}, ${seconds(started)}`,
      )
      next(null, chunk)
    },
  })
  try {
    await pipeline(Readable.fromWeb(response.body), count, createWriteStream(file))
  } finally {
    clearTimeout(watchdog)
  }
}

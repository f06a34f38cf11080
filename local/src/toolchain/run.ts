import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { wholeEnvironment } from '../config.ts'

interface Options {
  cwd?: string
  env?: Record<string, string>
  runAs?: { uid: number; gid: number } | undefined
  onLine?: (line: string) => void
  /** What the user can do when the program is missing. */
  remedy: string
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill()
})

/** Runs a program to its end. @returns what it printed; @throws with its last words when it fails. */
export function run(
  command: string,
  args: string[],
  { cwd, env, runAs, onLine, remedy }: Options,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = []
    const child = spawn(command, args, {
      cwd,
      ...runAs,
      env: { ...wholeEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        lines.push(line)
        if (lines.length > 10_000) lines.shift()
        onLine?.(line)
      })
    }
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new Error(`${command} is missing: ${remedy}`) : error),
    )
    child.on('close', (code, signal) => {
      running.delete(child)
      if (code === 0) resolve(lines.join('\n'))
      else reject(new Error(`${command} ended with ${signal ?? code}:\n${lastWords(lines)}`))
    })
  })
}

const lastWords = (lines: string[]): string =>
  lines.some((line) => /no space left on device|ENOSPC/i.test(line))
    ? 'the disk is full: free some space and start again'
    : lines.slice(-15).join('\n')

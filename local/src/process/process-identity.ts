import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * What tells a process from a later one that got the same PID: when it started. Undefined when there
 * is no such process (a zombie has ended too).
 */
export function startTimeOf(pid: number): string | undefined {
  if (existsSync('/proc/self/stat')) return startTimeInStat(readOrUndefined(`/proc/${pid}/stat`))
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout?.trim() || undefined
}

/** Field 22, counted behind the command's name, which may itself hold blanks and brackets. */
export function startTimeInStat(stat: string | undefined): string | undefined {
  if (!stat) return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
}

export function commandOf(pid: number): string | undefined {
  if (existsSync('/proc/self/cmdline'))
    return readOrUndefined(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim()
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout?.trim() || undefined
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

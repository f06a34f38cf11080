import { readdirSync, readFileSync } from 'node:fs'

export interface Cost {
  /** Processor time since its start, its children included. */
  cpuMs: number
  /** Proportional share of memory, its children included. */
  memoryMb: number
}

/** USER_HZ, which Linux fixes at 100 for programs. */
const TICKS_PER_SECOND = 100

interface Stat {
  parent: number
  ticks: number
}

function readStat(pid: string): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [utime = 0, stime = 0, childrenUtime = 0, childrenStime = 0] = fields.slice(11, 15)
    return { parent: fields[1] ?? 0, ticks: utime + stime + childrenUtime + childrenStime }
  } catch {
    return undefined
  }
}

function memoryKb(pid: string): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** What each of these processes cost so far, from Linux' /proc; children count with their parent unless they are named. */
export function costsOf(pids: ReadonlyMap<string, number>): Map<string, Cost> {
  const stats = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid): [string, Stat][] => {
        const stat = readStat(pid)
        return stat ? [[pid, stat]] : []
      }),
  )
  const named = new Set([...pids.values()].map(String))
  const isChildOf = (pid: string, [child, { parent }]: [string, Stat]) =>
    String(parent) === pid && !named.has(child)
  const family = (pid: string): string[] => [
    pid,
    ...[...stats].filter((entry) => isChildOf(pid, entry)).flatMap(([child]) => family(child)),
  ]
  return new Map(
    [...pids].map(([name, pid]) => {
      const members = family(String(pid))
      const ticks = members.reduce((sum, member) => sum + (stats.get(member)?.ticks ?? 0), 0)
      const kilobytes = members.reduce((sum, member) => sum + memoryKb(member), 0)
      return [name, { cpuMs: (ticks * 1000) / TICKS_PER_SECOND, memoryMb: kilobytes / 1024 }]
    }),
  )
}

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { isFree, namedPorts, type StorePorts } from './ports.ts'
import { commandOf } from './process/process-identity.ts'

interface Owner {
  pid: number
  command: string
}

export function ownerOf(port: number): Owner | undefined {
  const pid = existsSync('/proc/net/tcp') ? pidFromProc(port) : pidFromLsof(port)
  return pid === undefined ? undefined : { pid, command: commandOf(pid) ?? 'unknown' }
}

const LISTEN = '0A'

/** Linux: the socket's inode in /proc/net/tcp, and whose open file that is. */
function pidFromProc(port: number): number | undefined {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter(existsSync)
    .map((file) => readFileSync(file, 'utf8'))
  const inodes = tables.flatMap((table) => listeningInodes(table, port))
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const owner = processes.find((pid) =>
    openFiles(pid).some((file) => inodes.some((inode) => file === `socket:[${inode}]`)),
  )
  return owner ? Number(owner) : undefined
}

export const listeningInodes = (table: string, port: number): string[] =>
  table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, local, , state]) => state === LISTEN && Number.parseInt(local?.split(':')[1] ?? '', 16) === port,
    )
    .flatMap((fields) => fields[9] ?? [])

function openFiles(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`))
  } catch {
    return []
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}

function pidFromLsof(port: number): number | undefined {
  const { stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' })
  const pid = Number.parseInt(stdout ?? '', 10)
  return Number.isNaN(pid) ? undefined : pid
}

export function portInUse(name: string, port: number, owner: Owner | undefined): string {
  const who = owner ? `process ${owner.pid} (${owner.command.slice(0, 120)})` : 'another process'
  return `port ${port}, wanted for ${name}, is in use by ${who}: stop it, or choose another with --port ${name}=<number>`
}

const MOST_SHOWN = 4

/** @throws Error that says who uses the ports that are wanted. */
export async function requireFreePorts(all: StorePorts, isWanted: (name: string) => boolean): Promise<void> {
  const wanted = namedPorts(all).filter(([name]) => isWanted(name))
  const taken = await Promise.all(
    wanted.map(async ([name, port]) => ((await isFree(port)) ? [] : [{ name, port }])),
  )
  const faults = taken.flat()
  if (faults.length === 0) return
  const shown = faults.slice(0, MOST_SHOWN).map(({ name, port }) => portInUse(name, port, ownerOf(port)))
  const others = faults.length - shown.length
  throw new Error(
    `${shown.join('\n')}\n${others > 0 ? `and ${others} more ports are in use\n` : ''}` +
      '(all ports move with: npm start -- --port-offset 10000)',
  )
}

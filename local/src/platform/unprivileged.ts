import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** PostgreSQL refuses to run as root. Who is root runs it as this user; no user is created for it. */
export interface OsUser {
  uid: number
  gid: number
}

export function unprivilegedUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const user = ['postgres', 'nobody'].map(lookUp).find((found) => found !== undefined)
  if (user) return user
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody": start as another user',
  )
}

function lookUp(name: string): OsUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((option) => {
    const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : Number.NaN
  })
  return uid && gid ? { uid, gid } : undefined
}

interface Permissions {
  mode: number
  uid: number
  gid: number
}

export function mayEnter({ mode, uid, gid }: Permissions, user: OsUser): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0
  if (gid === user.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

/** A folder is of use only to who may enter every folder above it; /root, for one, is closed. */
export function canReach(folder: string, user: OsUser): boolean {
  const isOpen = !existsSync(folder) || mayEnter(statSync(folder), user)
  const parent = dirname(folder)
  return isOpen && (parent === folder || canReach(parent, user))
}

/** Lets the user pass through a folder of ours to what it may enter there, without letting it look around. */
export function letPassThrough(folder: string, user: OsUser | undefined): void {
  if (!user) return
  mkdirSync(folder, { recursive: true })
  const permissions = statSync(folder)
  if (permissions.uid === 0 && !mayEnter(permissions, user)) chmodSync(folder, permissions.mode | 0o011)
}

const OPEN_PLACE = '/var/tmp/aos'

/** The folder itself, or a stand-in for it in a place that the user can reach, with the same content if it has any. */
export function reachable(folder: string, user: OsUser | undefined): string {
  const place = standIn(folder, user)
  if (!place) return folder
  requireOwnPlace()
  if (existsSync(folder) && !existsSync(place)) {
    const beside = `${place}.${process.pid}`
    cpSync(folder, beside, { recursive: true, verbatimSymlinks: true })
    renameSync(beside, place)
  }
  return place
}

const standIn = (folder: string, user: OsUser | undefined): string | undefined =>
  user && !canReach(folder, user)
    ? join(OPEN_PLACE, createHash('sha256').update(folder).digest('hex').slice(0, 16))
    : undefined

/** The place is in a folder where anyone may write, so it must be known to be ours. */
function requireOwnPlace(): void {
  mkdirSync(OPEN_PLACE, { recursive: true, mode: 0o755 })
  const found = lstatSync(OPEN_PLACE)
  if (!found.isDirectory() || found.uid !== 0)
    throw new Error(`${OPEN_PLACE} belongs to somebody else: remove it`)
}

/** Throws away a folder and its stand-in. */
export function removeReachable(folder: string, user: OsUser | undefined): void {
  const place = standIn(folder, user)
  rmSync(folder, { recursive: true, force: true })
  if (place) rmSync(place, { recursive: true, force: true })
}

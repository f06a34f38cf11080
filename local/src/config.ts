import { homedir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@aos/chassis/config'
import { z } from 'zod'

/** What a user may set, to use their own instead of what the store would find, install or start itself. */
const LocalConfig = z.object({
  /** Downloads and builds are kept here, shared by all checkouts. */
  AOS_CACHE: z.string().default(join(homedir(), '.cache', 'aos')),
  /** Databases, messages and logs of one store. */
  AOS_DATA: z.string().optional(),
  AOS_PORT_OFFSET: z.coerce.number().int().min(0).max(50_000).default(0),
  /** A PostgreSQL server of yours; the role must be allowed to create databases and roles. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Kafka brokers of yours, `host:port,host:port`. */
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^:,]+:\d+(,[^:,]+:\d+)*$/, 'must be host:port,host:port')
    .optional(),
  KAFKA_HOME: z.string().optional(),
  JAVA_HOME: z.string().optional(),
  /** The path of a daprd program. */
  DAPRD: z.string().optional(),
  /** Where spans go, `http://host:port/api/v2/spans`. */
  ZIPKIN_URL: z.url().optional(),
  PATH: z.string().default(''),
})
export type LocalConfig = z.infer<typeof LocalConfig>

export const localConfig = (): LocalConfig => readConfig(LocalConfig, process.env)

/**
 * What every program started here inherits: enough to find programs, homes and languages. The rest of
 * the user's environment stays outside, so that a stray PORT or DATABASE_URL cannot reach a service.
 */
export function inheritedEnvironment(): Record<string, string> {
  const names = [
    'PATH',
    'HOME',
    'USER',
    'LANG',
    'LC_ALL',
    'TZ',
    'TMPDIR',
    'TEMP',
    'SYSTEMROOT',
    'NODE_OPTIONS',
  ]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value ? [[name, value]] : []
    }),
  )
}

/** Builds use the user's own package clients, whose settings may be anywhere in the environment. */
export const wholeEnvironment = (): NodeJS.ProcessEnv => process.env

import type { DatabaseName } from '@aos/contracts/services'
import type { EnvValue, SecretValue } from './secret-value.ts'
import type { Store } from './store.ts'

export type SslMode = 'disable' | 'require' | 'verify-full'

/** How the store's programs reach PostgreSQL. */
export interface DatabaseAccess {
  host: string
  port: number
  sslMode: SslMode
  /** The authority that signed the server's certificate, unless it is a public one. */
  caSecret?: string
  /** A role that may create databases and roles. */
  admin: { user: EnvValue; password: SecretValue }
}

/** Name of the single server and of the CloudNativePG cluster alike. */
export const POSTGRES = 'postgres'
const PORT = 5432

export const passwordOf = (database: DatabaseName): SecretValue => ({
  secret: `database-${database}`,
  key: 'password',
})

export function databaseAccess({ spec: { database } }: Store): DatabaseAccess {
  if (database.type === 'external' && database.external) {
    const { host, port, sslMode, caSecretName, secretName: secret } = database.external
    const admin = { user: { secret, key: 'username' }, password: { secret, key: 'password' } }
    return { host, port, sslMode, admin, ...(caSecretName && { caSecret: caSecretName }) }
  }
  if (database.type === 'single')
    return {
      host: POSTGRES,
      port: PORT,
      sslMode: 'disable',
      admin: { user: 'postgres', password: { secret: POSTGRES, key: 'password' } },
    }
  return {
    host: `${POSTGRES}-rw`,
    port: PORT,
    sslMode: 'verify-full',
    caSecret: `${POSTGRES}-ca`,
    admin: { user: 'postgres', password: { secret: `${POSTGRES}-superuser`, key: 'password' } },
  }
}

/** Where the authority's certificate is mounted: for Node.js, and for sidecars. */
export const CA_VOLUME = 'database-ca'
export const CA_FOLDER = '/etc/aos/database-ca'
export const CA_FILE = `${CA_FOLDER}/ca.crt`

/** The URL with which the role of a database connects to it; passwords are base64url, so nothing needs escaping. */
export const databaseUrl = ({ host, port, sslMode }: DatabaseAccess, name: DatabaseName): SecretValue => ({
  ...passwordOf(name),
  around: (password) => `postgres://${name}:${password}@${host}:${port}/${name}${query[sslMode]}`,
})

/** In the words of node-postgres, which takes `require` for `verify-full`. */
const query: Record<SslMode, string> = {
  disable: '',
  require: '?sslmode=no-verify',
  'verify-full': '?sslmode=verify-full',
}

import { type DatabaseName, databaseNames } from '@aos/contracts/services'
import { z } from 'zod'
import { DatabaseConfig, readConfig } from '../config.ts'

const port = z.coerce.number().int().min(1).max(65_535)

const passwordVariable = (name: DatabaseName) => `DATABASE_PASSWORD_${name.toUpperCase()}` as const

const DatabasesConfig = z.object({
  POSTGRES_HOST: z.string().min(1),
  POSTGRES_PORT: port.default(5432),
  /** `require` encrypts without asking who the server is. */
  POSTGRES_SSL_MODE: z.enum(['disable', 'require', 'verify-full']),
  /** A role that may create databases and roles. */
  POSTGRES_USER: z.string().min(1),
  POSTGRES_PASSWORD: z.string().min(1),
  ...Object.fromEntries(databaseNames.map((name) => [passwordVariable(name), z.string().min(16)])),
})

export function databasesConfig() {
  const config = readConfig(DatabasesConfig, process.env)
  const passwords = config as unknown as Record<string, string>
  return {
    admin: {
      host: config.POSTGRES_HOST,
      port: config.POSTGRES_PORT,
      user: config.POSTGRES_USER,
      password: config.POSTGRES_PASSWORD,
      database: 'postgres',
      ssl: config.POSTGRES_SSL_MODE !== 'disable' && {
        rejectUnauthorized: config.POSTGRES_SSL_MODE === 'verify-full',
      },
    },
    passwords: databaseNames.map((name) => ({ name, password: passwords[passwordVariable(name)] ?? '' })),
  }
}

const TopicsConfig = z.object({
  /** `host:port`, comma separated. */
  KAFKA_BROKERS: z.string().min(1),
  KAFKA_TLS: z.stringbool().default(false),
  KAFKA_SASL_MECHANISM: z.enum(['SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN']).optional(),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
  /** Of a topic with many messages. */
  TOPIC_PARTITIONS: z.coerce.number().int().min(1).default(1),
})

export function topicsConfig() {
  const config = readConfig(TopicsConfig, process.env)
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = config
  return {
    brokers: config.KAFKA_BROKERS,
    partitions: config.TOPIC_PARTITIONS,
    security: {
      tls: config.KAFKA_TLS,
      ...(mechanism && username && password && { sasl: { mechanism, username, password } }),
    },
  }
}

export const migrateConfig = () => readConfig(DatabaseConfig.pick({ DATABASE_URL: true }), process.env)

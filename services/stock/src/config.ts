import { DatabaseConfig, readConfig } from '@aos/chassis/config'

export const serviceConfig = () => readConfig(DatabaseConfig, process.env)

export const seedConfig = () => readConfig(DatabaseConfig.pick({ DATABASE_URL: true }), process.env)

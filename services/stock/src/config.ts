import { DatabaseConfig, readConfig } from '@aos/chassis/config'
import { Currency, usualCurrency } from '@aos/contracts/money'

const StockConfig = DatabaseConfig.extend({ CURRENCY: Currency.default(usualCurrency) })

export const serviceConfig = () => readConfig(StockConfig, process.env)

export const seedConfig = () => readConfig(DatabaseConfig.pick({ DATABASE_URL: true }), process.env)

import { formatMoney } from '@aos/contracts/amounts'
import type { Money } from '@aos/contracts/money'
import { region } from './messages/locale.ts'

/** As the page's language writes it. */
export const money = (of: Money): string => formatMoney(of, region)

/** Formats moments as the page's language writes them. */
export const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(region, options)

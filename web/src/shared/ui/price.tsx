import { formatMoney } from '@aos/contracts/amounts'
import type { Money } from '@aos/contracts/money'

export const Price = ({ of }: { of: Money }) => <span className="tabular-nums">{formatMoney(of)}</span>

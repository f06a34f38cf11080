import type { Money } from '@aos/contracts/money'
import { money } from '../format.ts'

export const Price = ({ of }: { of: Money }) => <span className="tabular-nums">{money(of)}</span>

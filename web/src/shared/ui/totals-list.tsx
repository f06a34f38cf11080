import type { Order } from '@aos/contracts/http'
import type { Money } from '@aos/contracts/money'
import type { ReactNode } from 'react'
import { money } from '../format.ts'
import { region } from '../messages/locale.ts'
import { shell } from '../messages/shell.ts'
import { Price } from './price.tsx'
import { Skeleton } from './skeleton.tsx'

interface TotalsListProps {
  /** What the first sum is about: `3 items`. */
  itemsLabel: string
  /** Absent where nobody asked: in orders from before there was a choice. */
  bill: Pick<Order, 'totals' | 'tax' | 'delivery'>
  total: Money | undefined
  /** In the place of sums that are not known: still to come, unless said otherwise. */
  unknown?: ReactNode
}

/** What has to be paid, and what it is made of. */
export function TotalsList({ itemsLabel, bill, total, unknown = <Waiting /> }: TotalsListProps) {
  const { totals, tax, delivery } = bill
  const words = shell.totals
  const isItemized = totals !== undefined || tax !== undefined
  const below = isItemized ? 'mt-2 border-t border-line pt-4' : ''
  const taxed = tax && tax.rate > 0 ? tax : undefined
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-2.5">
      {isItemized && (
        <>
          <Sum label={itemsLabel}>{totals ? <Price of={totals.items} /> : unknown}</Sum>
          <Sum label={delivery ? words.deliveryBy(delivery.name) : words.delivery}>
            {totals ? totals.delivery.amount === 0 ? words.free : <Price of={totals.delivery} /> : unknown}
          </Sum>
          {taxed && !taxed.included && (
            <Sum label={taxLabel(taxed)}>{totals ? <Price of={totals.tax} /> : unknown}</Sum>
          )}
        </>
      )}
      <dt className={`${below} text-lg font-semibold`}>{words.total}</dt>
      <dd className={`${below} text-right text-lg font-semibold`}>
        {total ? <Price of={total} /> : unknown}
      </dd>
      {taxed?.included && (
        <dd className="col-span-2 -mt-2 text-right text-sm text-muted">
          {totals ? words.withTax(money(totals.tax), taxLabel(taxed)) : unknown}
        </dd>
      )}
    </dl>
  )
}

/** As bills have it: `VAT (19 %)`. */
export const taxLabel = ({ name, rate }: { name: string; rate: number }): string =>
  `${name} (${rate.toLocaleString(region)} %)`

const Sum = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{label}</dt>
    <dd className="text-right">{children}</dd>
  </>
)

const Waiting = () => <Skeleton className="ml-auto h-6 w-16" />

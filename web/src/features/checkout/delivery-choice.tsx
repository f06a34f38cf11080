import type { Money } from '@aos/contracts/money'
import { deliveryPriceFor } from '@aos/contracts/totals'
import { useQuery } from '@tanstack/react-query'
import { checkoutQuery } from '../../shared/api/get-checkout.ts'
import { money } from '../../shared/format.ts'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { shell } from '../../shared/messages/shell.ts'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { ChoiceCard } from './choice-card.tsx'

interface DeliveryChoiceProps {
  chosen: string | undefined
  /** What the items cost, on which it depends whether a delivery is free. */
  items: Money | undefined
  onChoose(id: string): void
}

export function DeliveryChoice({ chosen, items, onChoose }: DeliveryChoiceProps) {
  const { data: checkout } = useQuery(checkoutQuery)
  if (!checkout) return <Skeleton className="h-36" />
  const { currency, pricing } = checkout
  const priceText = (amount: number) => (amount === 0 ? shell.totals.free : money({ amount, currency }))
  return (
    <fieldset>
      <legend className="mb-4 font-display text-2xl font-semibold">{words.delivery}</legend>
      <div className="grid gap-3">
        {pricing.deliveries.map((delivery) => (
          <ChoiceCard
            key={delivery.id}
            name="delivery"
            value={delivery.id}
            checked={delivery.id === chosen}
            onChoose={() => onChoose(delivery.id)}
            title={delivery.name}
            hint={delivery.time}
            aside={
              <span className="font-semibold tabular-nums">
                {priceText(items ? deliveryPriceFor(items.amount, delivery) : delivery.price)}
              </span>
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

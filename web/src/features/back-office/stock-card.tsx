import type { StaffProduct } from '@aos/contracts/back-office'
import { useState } from 'react'
import { CountForm } from './count-form.tsx'
import { DeliveryForm } from './delivery-form.tsx'

const pieces = (count: number) => (count === 1 ? '1 piece' : `${count} pieces`)

export function StockCard({ product }: { product: StaffProduct }) {
  const [said, setSaid] = useState('')
  const done = ({ onHand }: StaffProduct) => setSaid(`Done: ${pieces(onHand)} on hand now.`)
  return (
    <section aria-labelledby="stock" className="card p-5 sm:p-7">
      <h2 id="stock" className="text-2xl font-semibold">
        Stock
      </h2>
      <dl className="mt-4 grid grid-cols-3 gap-4 tabular-nums">
        <Figure name="On hand" value={product.onHand} />
        <Figure name="Held for orders" value={product.reserved} />
        <Figure name="Left to sell" value={product.available} />
      </dl>
      <p role="status" className="mt-4 font-medium text-accent">
        {said}
      </p>
      <div className="mt-4 grid gap-8 border-t border-line pt-6 md:grid-cols-2">
        <DeliveryForm sku={product.sku} onDone={done} />
        <CountForm sku={product.sku} onDone={done} />
      </div>
    </section>
  )
}

const Figure = ({ name, value }: { name: string; value: number }) => (
  <div className="flex flex-col-reverse justify-end">
    <dt className="text-sm text-muted">{name}</dt>
    <dd className="text-3xl font-semibold">{value}</dd>
  </div>
)

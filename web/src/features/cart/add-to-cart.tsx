import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { productQuery } from '../../shared/api/get-product.ts'
import { adding } from '../../shared/messages/adding.ts'
import { Button } from '../../shared/ui/button.tsx'
import { QuantityField } from './quantity-field.tsx'
import { useAddToCart } from './use-change-cart.ts'

export function AddToCart({ sku }: { sku: string }) {
  const { data: product } = useQuery(productQuery(sku))
  const [quantity, setQuantity] = useState(1)
  const add = useAddToCart()
  const soldOut = product?.available === 0
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <QuantityField label={adding.quantity} value={quantity} onChange={setQuantity} />
        <Button
          className="min-w-44 flex-1 sm:flex-none"
          disabled={soldOut}
          onClick={() => add.mutate([{ sku, quantity }])}
        >
          {adding.add}
        </Button>
      </div>
      <p aria-live="polite" className="mt-4 min-h-6 text-sm">
        {soldOut && adding.soldOut}
        {add.isPending && <span className="text-muted">{adding.pending}</span>}
        {add.isSuccess && <span className="text-accent">{adding.added}</span>}
        {add.isError && <span className="text-trouble">{add.error.message}</span>}
      </p>
    </>
  )
}

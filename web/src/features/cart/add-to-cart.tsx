import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { productQuery } from '../../shared/api/get-product.ts'
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
        <QuantityField label="Quantity" value={quantity} onChange={setQuantity} />
        <Button
          className="min-w-44 flex-1 sm:flex-none"
          disabled={soldOut}
          onClick={() => add.mutate([{ sku, quantity }])}
        >
          Add to cart
        </Button>
      </div>
      <p aria-live="polite" className="mt-4 min-h-6 text-sm">
        {soldOut && 'This one is sold out for now.'}
        {add.isPending && <span className="text-muted">Adding…</span>}
        {add.isSuccess && <span className="text-accent">Added. It waits for you in the cart.</span>}
        {add.isError && <span className="text-trouble">{add.error.message}</span>}
      </p>
    </>
  )
}

import type { Line } from '@aos/contracts/order-parts'
import { useNavigate } from '@tanstack/react-router'
import { adding } from '../../shared/messages/adding.ts'
import { Button } from '../../shared/ui/button.tsx'
import { useAddToCart } from './use-change-cart.ts'

/** For an order that came to nothing: its items go back into the cart. */
export function OrderAgain({ lines }: { lines: readonly Line[] }) {
  const add = useAddToCart()
  const navigate = useNavigate()
  const toCart = () => void navigate({ to: '/cart' })
  return (
    <>
      <Button look="quiet" disabled={add.isPending} onClick={() => add.mutate(lines, { onSuccess: toCart })}>
        {adding.again}
      </Button>
      {add.isError && (
        <p role="alert" className="mt-3 text-sm text-trouble">
          {add.error.message}
        </p>
      )}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { shell } from '../../shared/messages/shell.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { cartQuery } from './api/get-cart.ts'
import { countOf } from './cart-count.ts'

export function CartLink() {
  const { data: cart } = useQuery(cartQuery)
  const count = cart ? countOf(cart) : 0
  const countId = useId()
  return (
    <>
      <Link
        to="/cart"
        aria-describedby={countId}
        className="-mr-3 flex min-h-11 items-center gap-2 rounded-full px-3 font-medium hover:bg-sunken"
      >
        <Icon name="bag" className="size-6" />
        <span className="max-sm:sr-only">{shell.cart}</span>
        {count > 0 && (
          <span
            aria-hidden="true"
            className="min-w-6 rounded-full bg-accent px-1.5 text-center text-sm leading-6 font-semibold text-on-accent tabular-nums"
          >
            {count > 99 ? '99+' : count}
          </span>
        )}
      </Link>
      <span id={countId} className="sr-only">
        {shell.items(count)}
      </span>
    </>
  )
}

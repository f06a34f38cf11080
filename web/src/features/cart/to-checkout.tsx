import { Link } from '@tanstack/react-router'
import { cart } from '../../shared/messages/cart.ts'
import { Button, buttonClass } from '../../shared/ui/button.tsx'

/** On to the checkout; while something cannot be ordered, to that first. */
export const ToCheckout = ({ hasTrouble }: { hasTrouble: boolean }) =>
  hasTrouble ? (
    <>
      <p role="alert" className="mt-6 mb-3 text-sm font-medium text-trouble">
        {cart.blocked}
      </p>
      <Button className="w-full" onClick={showTrouble}>
        {cart.seeWhat}
      </Button>
    </>
  ) : (
    <Link to="/checkout" className={`${buttonClass()} mt-6 w-full`}>
      {cart.checkout}
    </Link>
  )

function showTrouble() {
  const field = document.querySelector<HTMLElement>('[data-trouble=true] input')
  field?.focus()
}

import { useQuery } from '@tanstack/react-query'
import { type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react'
import { checkoutQuery } from '../../shared/api/get-checkout.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { type BillingDetails, type Broker, type CardElement, loadBroker } from './broker.ts'

export interface CardHandle {
  /** @throws Error that says what the shopper can do. */
  toPaymentMethod(billing: BillingDetails): Promise<string>
}

interface CardFieldProps {
  ref: Ref<CardHandle>
  error: string | undefined
}

export function CardField({ ref, error }: CardFieldProps) {
  const { data: broker, isError, refetch } = useBroker()
  const node = useRef<HTMLDivElement>(null)
  const card = useRef<CardElement>(null)
  const id = useId()

  useEffect(() => {
    if (!broker || !node.current) return
    const element = broker.elements().create('card', { hidePostalCode: true, style: styleLike(node.current) })
    element.mount(node.current)
    card.current = element
    return () => {
      card.current = null
      element.destroy()
    }
  }, [broker])

  useImperativeHandle(ref, () => ({
    toPaymentMethod: (billing) => createPaymentMethod(broker, card.current, billing),
  }))

  if (isError) {
    return (
      <Notice alert tone="trouble" title="The card field could not be loaded">
        <p className="mb-4">A blocker or a broken connection may be in the way.</p>
        <Button look="quiet" onClick={() => void refetch()}>
          Try again
        </Button>
      </Notice>
    )
  }
  return (
    <fieldset aria-describedby={`${id}-hint ${id}-error`}>
      <legend className="mb-1.5 font-medium">Card</legend>
      <div ref={node} data-testid="card" aria-invalid={error !== undefined} className="field-box min-h-13" />
      <p id={`${id}-hint`} className="mt-2 text-sm text-muted">
        Goes straight to the payment broker. We never see the number.
      </p>
      <p id={`${id}-error`} role="alert" className="text-sm text-trouble">
        {error}
      </p>
    </fieldset>
  )
}

function useBroker() {
  const { data: checkout } = useQuery(checkoutQuery)
  return useQuery({
    queryKey: ['broker'],
    queryFn: () =>
      checkout
        ? loadBroker(checkout.broker.scriptUrl, checkout.broker.publishableKey)
        : Promise.reject(new Error('the checkout is not known yet')),
    enabled: checkout !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: 1,
  })
}

async function createPaymentMethod(
  broker: Broker | undefined,
  card: CardElement | null,
  billing: BillingDetails,
): Promise<string> {
  if (!broker || !card) throw new Error('The card field is still loading. Please try again in a moment.')
  const answer = await broker.createPaymentMethod({ type: 'card', card, billing_details: billing })
  if (!answer.paymentMethod) throw new Error(answer.error?.message ?? 'Please check the card.')
  return answer.paymentMethod.id
}

/** The broker's frame does not inherit how the page looks. */
function styleLike(node: HTMLElement) {
  const { color, fontFamily } = getComputedStyle(node)
  const muted = getComputedStyle(document.documentElement).getPropertyValue('--color-muted').trim()
  const trouble = getComputedStyle(document.documentElement).getPropertyValue('--color-trouble').trim()
  return {
    base: { color, fontFamily, fontSize: '16px', lineHeight: '26px', '::placeholder': muted },
    invalid: { color: trouble },
  }
}

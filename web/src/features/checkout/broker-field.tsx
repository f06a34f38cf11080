import type { Customer } from '@aos/contracts/order-parts'
import type { PaymentMethod } from '@aos/contracts/payment-methods'
import { useQuery } from '@tanstack/react-query'
import { type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react'
import { checkoutQuery } from '../../shared/api/get-checkout.ts'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { shell } from '../../shared/messages/shell.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import {
  type BillingDetails,
  type Broker,
  type BrokerElement,
  elementOptions,
  labelOf,
  loadBroker,
  methodRequest,
} from './broker.ts'
import type { Payment } from './draft.ts'

export interface BrokerFieldHandle {
  /** @throws Error that says what the shopper can do. */
  toPayment(customer: Customer): Promise<Payment>
  focus(): void
}

interface BrokerFieldProps {
  ref: Ref<BrokerFieldHandle>
  method: PaymentMethod
  error: string | undefined
}

/** The broker's frame, in which a card or an account is typed. */
export function BrokerField({ ref, method: { type, name, form }, error }: BrokerFieldProps) {
  const { data: broker, isError, refetch } = useBroker()
  const node = useRef<HTMLDivElement>(null)
  const element = useRef<BrokerElement>(null)
  const id = useId()

  useEffect(() => {
    if (!broker || !node.current) return
    const created = broker
      .elements()
      .create(form, { ...elementOptions[form], style: styleLike(node.current) })
    created.mount(node.current)
    element.current = created
    return () => {
      element.current = null
      created.destroy()
    }
  }, [broker, form])

  useImperativeHandle(ref, () => ({
    toPayment: (customer) => createPayment(broker, element.current, { type, billing: billingOf(customer) }),
    focus: () => element.current?.focus(),
  }))

  if (isError) {
    return (
      <Notice alert tone="trouble" title={words.broker.notLoaded}>
        <p className="mb-4">{words.broker.notLoadedText}</p>
        <Button look="quiet" onClick={() => void refetch()}>
          {shell.failure.retry}
        </Button>
      </Notice>
    )
  }
  return (
    <fieldset aria-describedby={`${id}-hint ${id}-error`}>
      <legend className="sr-only">{name}</legend>
      <div ref={node} data-testid={form} aria-invalid={error !== undefined} className="field-box min-h-13" />
      <p id={`${id}-hint`} className="mt-2 text-sm text-muted">
        {words.broker.hint}
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

async function createPayment(
  broker: Broker | undefined,
  element: BrokerElement | null,
  { type, billing }: { type: PaymentMethod['type']; billing: BillingDetails },
): Promise<Payment> {
  if (!broker || !element) throw new Error(words.broker.loading)
  const answer = await broker.createPaymentMethod(methodRequest(type, element, billing))
  const { error, paymentMethod } = answer
  if (!paymentMethod) throw new Error(words.broker.fault(error?.message, error?.code))
  return { id: paymentMethod.id, type, label: labelOf(paymentMethod) }
}

const billingOf = ({ name, email, address }: Customer): BillingDetails => ({
  name,
  email,
  address: {
    line1: address.street,
    postal_code: address.postalCode,
    city: address.city,
    country: address.country,
  },
})

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

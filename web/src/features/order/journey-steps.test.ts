import type { Order } from '@aos/contracts/http'
import { describe, expect, test } from 'vitest'
import { journeySteps } from './journey-steps.ts'
import { anOrder, untilPaid } from './order.samples.ts'

const drawnAs = (order: Order) => journeySteps(order).map((step) => `${step.state} ${step.doneBy}`)

describe('the journey of an order', () => {
  test('just placed: the next thing is now, all others come', () => {
    expect(drawnAs(anOrder('placed', ['OrderPlaced']))).toEqual([
      'done OrderPlaced',
      'done OrderPlaced',
      'now ReserveItems',
      'next ItemsReserved',
      'next ProcessPayment',
      'next PaymentSucceeded',
      'next OrderApproved',
      'next ItemsPicked',
      'next CustomerNotified',
      'next ShipmentBooked',
      'next ShipmentDispatched',
      'next ShipmentDelivered',
    ])
  })

  test('approved: what happens in parallel is all now, as it was not yet done', () => {
    const order = anOrder('approved', [...untilPaid, 'OrderApproved', 'ShipmentBooked'])
    expect(drawnAs(order).slice(6)).toEqual([
      'done OrderApproved',
      'done ShipmentBooked',
      'now ItemsPicked',
      'now CustomerNotified',
      'next ShipmentDispatched',
      'next ShipmentDelivered',
    ])
  })

  test('times count from when it was placed', () => {
    const steps = journeySteps(anOrder('placed', ['OrderPlaced', 'ReserveItems', 'ItemsReserved']))
    expect(steps.map((step) => step.done?.sinceMs).slice(0, 5)).toEqual([0, 0, 10, 20, undefined])
  })

  test('declined: the trouble stands where it happened, the rest is skipped, the e-mail is not', () => {
    const order = anOrder('rejected', [
      ...untilPaid.slice(0, 4),
      'PaymentFailed',
      'OrderRejected',
      'CustomerNotified',
    ])
    expect(drawnAs(order)).toEqual([
      'done OrderPlaced',
      'done OrderPlaced',
      'done ReserveItems',
      'done ItemsReserved',
      'done ProcessPayment',
      'done PaymentFailed',
      'done OrderRejected',
      'done CustomerNotified',
      'skipped PaymentSucceeded',
      'skipped OrderApproved',
      'skipped ItemsPicked',
      'skipped ShipmentBooked',
      'skipped ShipmentDispatched',
      'skipped ShipmentDelivered',
    ])
    expect(journeySteps(order).filter((step) => step.trouble)).toHaveLength(2)
  })

  test('cancelling: waits for the outcome', () => {
    const order = anOrder('cancelling', [...untilPaid.slice(0, 4), 'CancellationRequested', 'CancelPayment'])
    expect(drawnAs(order).slice(5, 9)).toEqual([
      'done CancellationRequested',
      'done CancelPayment',
      'now OrderCancelled',
      'skipped PaymentSucceeded',
    ])
  })

  test('delivered: later e-mails are drawn where they were sent', () => {
    const order = anOrder('delivered', [
      ...untilPaid,
      'OrderApproved',
      'ItemsPicked',
      'CustomerNotified',
      'ShipmentBooked',
      'ShipmentDispatched',
      'CustomerNotified',
      'ShipmentDelivered',
    ])
    expect(drawnAs(order).slice(-3)).toEqual([
      'done ShipmentDispatched',
      'done CustomerNotified',
      'done ShipmentDelivered',
    ])
    expect(journeySteps(order).every((step) => step.state === 'done')).toBe(true)
  })
})

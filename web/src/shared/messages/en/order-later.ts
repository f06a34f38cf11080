/** What an order's page says beside the order's status and way. */
export default {
  destination: 'Where it goes',
  items: {
    heading: 'What is in it',
    label: 'Items',
    quantity: (count: number) => `Quantity ${count}`,
  },
  parcel: {
    heading: 'Your parcel',
    trackingNumber: 'Tracking number at the shipment company',
    reports: 'What it reports',
    states: {
      ShipmentDelivered: 'Delivered',
      ShipmentDispatched: 'In transit',
      ShipmentBooked: 'Announced, not picked up yet',
    },
  },

  cancellation: {
    heading: 'Changed your mind?',
    until: 'You can cancel until it leaves.',
    cancel: 'Cancel order',
    cancelling: 'Cancelling…',
    hasLeft: 'It has left, so it can no longer be cancelled.',
    failed: 'It could not be cancelled',
    question: 'Cancel this order?',
    keep: 'Keep it',
    confirm: 'Yes, cancel it',
    tooLate: 'It is too late',
    tooLateText: 'While you were looking at this, the order went on: it can no longer be cancelled.',
    close: 'Close',
    /** What becomes of the money. */
    notCharged: 'Nothing has been charged yet, and nothing will be.',
    stopsPayment: (amount: string) =>
      `We stop the payment. If your bank was faster, all of the ${amount} goes back to you.`,
    refunds: (amount: string) =>
      `Nothing is sent, and all of your ${amount} goes back the way you paid. Your bank may take a few days to show it.`,
  },

  operators: {
    summary: 'For operators',
    loading: 'Loading…',
    order: 'Order',
    trace: 'Trace',
    noTrace: 'none',
    caption: 'Messages of this order',
    position: 'No.',
    message: 'Message',
    time: 'Time',
    since: 'Since placed',
    note: 'Note',
    inProgress: 'in progress · ',
    /** A step of the journey in the contracts, by its title there. */
    step: (title: string) => title,
    /** What has no title there. */
    entries: {
      ShipmentDispatched: 'On its way to you',
      ShipmentDelivered: 'Delivered',
      ItemsUnavailable: 'Some items are not available',
      PaymentFailed: 'Payment declined',
      OrderRejected: 'Order rejected',
      CancellationRequested: 'You asked to cancel',
      DeadlinePassed: 'It took too long',
      CancelPayment: 'Asked to stop the payment',
      PaymentCancelled: 'Payment stopped',
      CancelShipment: 'Asked to stop the parcel',
      ShipmentCancelled: 'No parcel will be sent',
      ShipmentFailed: 'The carrier could not take the parcel',
      RefundPayment: 'Asked for your money back',
      PaymentRefunded: 'Your money is on its way back',
      OrderCancelled: 'Order cancelled',
      CustomerNotified: 'E-mail sent to you',
    },
  },
}

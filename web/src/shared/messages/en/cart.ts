export default {
  heading: 'Your cart',
  keepLooking: 'Keep looking',
  empty: {
    heading: 'Your cart is empty',
    text: 'Whatever you put here waits for you, even if you close the page.',
    fill: 'Find something good',
  },
  quantityOf: (name: string) => `Quantity of ${name}`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,

  /** Why a line cannot be ordered as it is. */
  trouble: {
    lost: 'We cannot sell this right now. Please remove it.',
    tooMany: (left: number) => `Only ${left} left: please take fewer.`,
    soldOut: 'Sold out: please remove it.',
  },
  summary: 'Summary',
  freeDelivery: (missing: string, delivery: string) =>
    `${missing} more, and ${delivery.toLowerCase()} delivery is free.`,
  checkout: 'Checkout',
  blocked: 'Something in your cart cannot be had as it is.',
  seeWhat: 'See what',
}

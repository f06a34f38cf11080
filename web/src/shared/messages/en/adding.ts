/** What is said where something goes into the cart: on the pages of products and orders, too. */
export default {
  quantity: 'Quantity',
  oneLess: (label: string) => `One less: ${label}`,
  oneMore: (label: string) => `One more: ${label}`,
  add: 'Add to cart',
  soldOut: 'This one is sold out for now.',
  pending: 'Adding…',
  added: 'Added. It waits for you in the cart.',
  again: 'Put the items back into the cart',
}

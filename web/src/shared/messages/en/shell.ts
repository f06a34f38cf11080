import { asSentence } from '../../sentence.ts'

/** The frame of every page, and what several features say. */
export default {
  skip: 'Skip to the content',
  promise: 'Awesome Online Store. An order is never lost here.',
  cards: 'Card numbers go to the payment broker only.',
  mainNavigation: 'Main',
  language: 'Language',
  account: 'Account',
  signIn: 'Sign in',
  cart: 'Cart',
  items: (count: number) => (count === 1 ? '1 item' : `${count} items`),

  search: {
    inShop: 'Search the shop',
    action: 'Search',
    suggestions: 'Suggestions',
    category: 'Category',
    suggested: (count: number) =>
      count === 1
        ? '1 suggestion, the arrow keys lead to it'
        : `${count} suggestions, the arrow keys go through them`,
  },
  /** What is said in the place of a page that is on its way. */
  loading: {
    order: 'Loading your order…',
    shop: 'Loading the shop…',
    products: 'Loading products…',
    product: 'Loading the product…',
    cart: 'Loading your cart…',
    page: 'Loading the page…',
  },
  notFound: {
    title: 'Not found',
    heading: 'There is nothing here',
    text: 'The address may be mistyped, or what was here is gone.',
    back: 'Back to the shop',
  },
  failure: {
    title: 'Something went wrong',
    heading: 'That did not work',
    broken: 'Something broke on this page. Trying again often helps.',
    reference: (requestId: string) => `If it stays so, please tell us this number: ${requestId}`,
    retry: 'Try again',
    unreachable: 'We could not reach the shop. Please check your connection.',
    later: 'The shop cannot do this right now. Please try again in a moment.',
    /** What the shop says of a request that it refuses; its detail is English. */
    refused: (_code: string, detail: string) => asSentence(detail),
    /** What the shop says of one field. */
    field: (message: string, _remedy: string) => asSentence(message),
  },
  totals: {
    delivery: 'Delivery',
    deliveryBy: (name: string) => `${name} delivery`,
    free: 'Free',
    total: 'Total',
    withTax: (amount: string, tax: string) => `with ${amount} ${tax}`,
  },
}

/** What the start page and the pages of products say; lists have more to say in listing.ts. */
export default {
  soldOut: 'Sold out',
  left: (count: number) => `Only ${count} left`,
  inStock: 'In stock',
  breadcrumb: 'Breadcrumb',
  shop: 'Shop',
  categories: 'Categories',
  products: (count: number) => (count === 1 ? '1 product' : `${count} products`),
  seeEverything: 'See everything',

  start: {
    heading: 'Good things, made to be kept',
    text: 'Useful, well-made, a pleasure to look at. Order one, and watch it travel to you, step by step.',
    new: 'New in the shop',
    allNew: 'All that is new',
    small: 'Small things, small prices',
    allSmall: 'All of them',
  },
  product: {
    pictures: 'Pictures',
    picture: (name: string, place: number, of: number) => `${name}, picture ${place} of ${of}`,
    showPicture: (place: number, of: number) => `Show picture ${place} of ${of}`,
    article: 'Article',
    delivery: 'Delivery',
    tracked: 'With a tracking number',
    changedMind: 'Changed your mind?',
    cancel: 'Cancel any time before it ships; your money comes straight back',
    related: 'You may also like',
  },
}

/** What pages that list products say: those of categories, and of what was searched. */
export default {
  everything: 'Everything',
  quoted: (words: string) => `“${words}”`,
  /** The words that the shop took the shopper's for come last. */
  meant: 'Nothing is called that. These are for',
  loosened: 'No product has all of these words. These have some of them.',
  allCategories: 'All categories',
  category: 'Category',
  products: 'Products',

  filter: 'Filter and sort',
  takeAway: 'Take the filters away',
  price: 'Price',
  from: 'From',
  to: 'To',
  range: (lowest: string, highest: string) => `${lowest} to ${highest}`,
  apply: 'Apply price',
  sortBy: 'Sort by',
  sorts: {
    relevance: 'Best match',
    name: 'Name, A to Z',
    cheapest: 'Price, lowest first',
    dearest: 'Price, highest first',
    newest: 'Newest first',
  },

  nothing: {
    heading: 'Nothing here',
    filtered: 'No product fits all that you chose.',
    unknown: 'Perhaps another word finds it, or you look through the categories.',
  },
  pages: 'Pages',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
}

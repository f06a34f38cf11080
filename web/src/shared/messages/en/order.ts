import later from './order-later.ts'
import page from './order-page.ts'

/** All that is said of an order; a browser gets the two one after the other. */
export default { ...page, ...later }

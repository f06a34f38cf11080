import later from './checkout-later.ts'
import page from './checkout-page.ts'

export default { ...page, ...later }

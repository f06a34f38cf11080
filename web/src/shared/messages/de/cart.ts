import type english from '../en/cart.ts'

export default {} satisfies typeof english

import type english from '../en/checkout.ts'

export default {} satisfies typeof english

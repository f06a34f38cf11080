import type english from '../en/order.ts'

export default {} satisfies typeof english

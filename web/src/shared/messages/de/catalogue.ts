import type english from '../en/catalogue.ts'

export default {} satisfies typeof english

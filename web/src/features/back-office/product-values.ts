import type { StaffProduct } from '@aos/contracts/back-office'
import { amountOf, priceText } from './price-text.ts'

export const remedies = {
  sku: 'Please enter a SKU of capital letters, digits and hyphens, such as KET-001.',
  name: 'Please enter a name.',
  category: 'Please choose a category.',
  price: 'Please enter a price, such as 12.50.',
  description: 'Please describe it.',
  tags: 'Please use small letters, digits and hyphens, with commas between the tags.',
  onHand: 'Please enter how many there are, 0 or more.',
}

/** What stands in the fields. */
export type ProductValues = Record<keyof typeof remedies, string>

export const valuesOf = (product: StaffProduct | undefined): ProductValues => ({
  sku: product?.sku ?? '',
  name: product?.name ?? '',
  category: product?.category ?? '',
  price: product ? priceText(product.price.amount, product.price.currency) : '',
  description: product?.description ?? '',
  tags: product?.tags.join(', ') ?? '',
  onHand: '0',
})

/** What is sent of them, right or wrong: the schema says which. */
export const editedOf = (values: ProductValues, currency: string) => ({
  name: values.name,
  category: values.category,
  description: values.description,
  price: { amount: amountOf(values.price, currency), currency },
  tags: values.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean),
})

export const wholeNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

import { CreateProduct } from '@aos/contracts/back-office'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { checkoutQuery } from '../../shared/api/get-checkout.ts'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import { createProduct } from './api/create-product.ts'
import { ProductFields } from './product-fields.tsx'
import { editedOf, type ProductValues, remedies, valuesOf, wholeNumber } from './product-values.ts'
import { useSendOnce } from './use-send-once.ts'
import { useShowProduct } from './use-show-product.ts'

export function NewProduct() {
  const { currency } = useSuspenseQuery(checkoutQuery).data
  const navigate = useNavigate()
  const show = useShowProduct()
  const send = useSendOnce(createProduct)
  const bodyOf = (values: ProductValues): CreateProduct => ({
    ...editedOf(values, currency),
    sku: values.sku.trim().toUpperCase(),
    onHand: wholeNumber(values.onHand),
  })
  const {
    field,
    reset: _,
    ...frame
  } = useForm({
    initial: valuesOf(undefined),
    schema: async () => CreateProduct,
    bodyOf,
    remedies,
    send: (values) => send(bodyOf(values)),
    onDone: async (product) => {
      await show(product)
      await navigate({ to: '/admin/products/$sku', params: { sku: product.sku } })
    },
  })
  return (
    <div className="mx-auto grid w-full max-w-2xl grid-cols-1 gap-6 pt-6">
      <Link
        to="/admin/products"
        className="inline-flex min-h-11 items-center gap-1.5 text-muted hover:text-ink"
      >
        <Icon name="back" className="size-4" /> Products
      </Link>
      <PageHeading title="New product">New product</PageHeading>
      <div className="card p-5 sm:p-7">
        <FormFrame {...frame} action="Create the product" sending="Creating…">
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField {...field('sku')} label="SKU" hint="It stays, such as KET-001." maxLength={32} />
            <TextField {...field('onHand')} label="First stock" inputMode="numeric" maxLength={7} />
          </div>
          <ProductFields field={field} currency={currency} />
        </FormFrame>
      </div>
    </div>
  )
}

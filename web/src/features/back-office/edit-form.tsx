import { ChangeProduct, type StaffProduct } from '@aos/contracts/back-office'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { changeProduct } from './api/change-product.ts'
import { staffProductQuery } from './api/get-staff-product.ts'
import { ProductFields } from './product-fields.tsx'
import { editedOf, type ProductValues, remedies, valuesOf } from './product-values.ts'
import { useShowProduct } from './use-show-product.ts'

interface EditFormProps {
  /** As it was when its fields were filled. */
  product: StaffProduct
  onSaved(product: StaffProduct): void
}

export function EditForm({ product: { sku, edition, ...product }, onSaved }: EditFormProps) {
  const client = useQueryClient()
  const show = useShowProduct()
  const [said, setSaid] = useState('')
  const { currency } = product.price
  const bodyOf = (values: ProductValues): ChangeProduct => ({ ...editedOf(values, currency), edition })
  const {
    field,
    reset: _,
    ...frame
  } = useForm({
    initial: valuesOf({ sku, edition, ...product }),
    schema: async () => ChangeProduct,
    bodyOf,
    remedies,
    send: (values) => {
      setSaid('')
      return changeProduct(sku, bodyOf(values)).catch((error) => {
        // It may have been changed by somebody else: then that is to be seen.
        void client.invalidateQueries(staffProductQuery(sku))
        throw error
      })
    },
    onDone: async (changed) => {
      onSaved(changed)
      await show(changed)
      setSaid(changed.edition === edition ? 'Nothing was changed.' : 'Saved. The shop shows it.')
    },
  })
  return (
    <>
      <FormFrame {...frame} action="Save" sending="Saving…">
        <ProductFields field={field} currency={currency} />
      </FormFrame>
      <p role="status" className="mt-4 font-medium text-accent">
        {said}
      </p>
    </>
  )
}

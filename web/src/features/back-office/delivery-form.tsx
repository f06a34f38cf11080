import { type StaffProduct, StockChange } from '@aos/contracts/back-office'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { TextField } from '../../shared/ui/text-field.tsx'
import { useShowProduct } from './use-show-product.ts'
import { useStockChange } from './use-stock-change.ts'

interface DeliveryFormProps {
  sku: string
  onDone(product: StaffProduct): void
}

const remedies = {
  quantity: 'Please enter how many came, 1 or more.',
  note: 'Please keep the note shorter.',
}

type Values = Record<keyof typeof remedies, string>

const changeOf = ({ quantity, note }: Values): StockChange => ({
  kind: 'delivery',
  quantity: Number(quantity),
  ...(note.trim() && { note }),
})

export function DeliveryForm({ sku, onDone }: DeliveryFormProps) {
  const send = useStockChange(sku)
  const show = useShowProduct()
  const { field, reset, ...frame } = useForm({
    initial: { quantity: '', note: '' },
    schema: async () => StockChange,
    bodyOf: changeOf,
    remedies,
    send: (values) => send(changeOf(values)),
    onDone: async (product) => {
      await show(product)
      reset()
      onDone(product)
    },
  })
  return (
    <div>
      <h3 className="mb-4 font-semibold">A delivery came</h3>
      <FormFrame {...frame} action="Add to stock" sending="Adding…">
        <TextField {...field('quantity')} label="How many came" inputMode="numeric" maxLength={7} />
        <TextField
          {...field('note')}
          required={false}
          label="Delivery note"
          hint="If there is one."
          maxLength={200}
        />
      </FormFrame>
    </div>
  )
}

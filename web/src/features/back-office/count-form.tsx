import { type StaffProduct, StockChange } from '@aos/contracts/back-office'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { TextField } from '../../shared/ui/text-field.tsx'
import { wholeNumber } from './product-values.ts'
import { useShowProduct } from './use-show-product.ts'
import { useStockChange } from './use-stock-change.ts'

interface CountFormProps {
  sku: string
  onDone(product: StaffProduct): void
}

const remedies = {
  counted: 'Please enter how many are there, 0 or more.',
  note: 'Please say why, for those who read it later.',
}

type Values = Record<keyof typeof remedies, string>

const changeOf = ({ counted, note }: Values): StockChange => ({
  kind: 'count',
  counted: wholeNumber(counted),
  note,
})

export function CountForm({ sku, onDone }: CountFormProps) {
  const send = useStockChange(sku)
  const show = useShowProduct()
  const { field, reset, ...frame } = useForm({
    initial: { counted: '', note: '' },
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
      <h3 className="mb-4 font-semibold">Somebody counted</h3>
      <FormFrame {...frame} look="quiet" action="Correct the stock" sending="Correcting…">
        <TextField {...field('counted')} label="How many are there" inputMode="numeric" maxLength={7} />
        <TextField
          {...field('note')}
          label="Why it differs"
          hint="For those who read it later."
          maxLength={200}
        />
      </FormFrame>
    </div>
  )
}

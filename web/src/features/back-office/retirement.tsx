import type { StaffProduct } from '@aos/contracts/back-office'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import { resumeProduct } from './api/resume-product.ts'
import { retireProduct } from './api/retire-product.ts'
import { useShowProduct } from './use-show-product.ts'
import { momentText } from './words.ts'

export function Retirement({ product: { sku, retiredAt } }: { product: StaffProduct }) {
  const show = useShowProduct()
  const [note, setNote] = useState('')
  const change = useMutation({
    mutationFn: () => (retiredAt ? resumeProduct(sku) : retireProduct(sku, note)),
    onSuccess: async (product) => {
      setNote('')
      await show(product)
    },
  })
  const act = () => !change.isPending && change.mutate()
  return (
    <section aria-labelledby="retirement" className="card grid grid-cols-1 content-start gap-4 p-5 sm:p-7">
      <h2 id="retirement" className="text-2xl font-semibold">
        {retiredAt ? 'Retired' : 'Retire it'}
      </h2>
      <p role="status" className="text-muted">
        {retiredAt
          ? `Since ${momentText(retiredAt)} the shop does not show it. Orders keep it.`
          : 'The shop shows it no more, and carts with it are told. Orders keep it; those under way go on.'}
      </p>
      {change.isError && (
        <Notice alert tone="trouble" title="That did not work">
          {change.error.message}
        </Notice>
      )}
      {!retiredAt && (
        <TextField
          label="Why it is retired"
          hint="If there is something to say."
          value={note}
          maxLength={200}
          onChange={({ target }) => setNote(target.value)}
        />
      )}
      <Button look={retiredAt ? 'primary' : 'danger'} className="justify-self-start" onClick={act}>
        {retiredAt ? 'Sell it again' : 'Retire this product'}
      </Button>
    </section>
  )
}

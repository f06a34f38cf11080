import type { StaffProduct } from '@aos/contracts/back-office'
import { useState } from 'react'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { EditForm } from './edit-form.tsx'

/** What is being edited stays as it was read, until somebody asks for what it says now. */
export function EditCard({ product }: { product: StaffProduct }) {
  const [edited, setEdited] = useState(product)
  const [begun, setBegun] = useState(0)
  const startAnew = () => {
    setEdited(product)
    setBegun(begun + 1)
  }
  return (
    <section aria-labelledby="edit" className="card p-5 sm:p-7">
      <h2 id="edit" className="mb-5 text-2xl font-semibold">
        What the shop says of it
      </h2>
      {product.edition > edited.edition && (
        <div className="mb-5">
          <Notice alert title="Somebody else changed this product">
            <p>What stands here is what it said before.</p>
            <Button look="quiet" className="mt-3" onClick={startAnew}>
              Show what it says now
            </Button>
          </Notice>
        </div>
      )}
      <EditForm key={begun} product={edited} onSaved={setEdited} />
    </section>
  )
}

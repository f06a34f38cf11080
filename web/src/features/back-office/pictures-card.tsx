import { MOST_PICTURES, type StaffProduct } from '@aos/contracts/back-office'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Picture } from '../../shared/ui/picture.tsx'
import { staffProductQuery } from './api/get-staff-product.ts'
import { removePicture } from './api/remove-picture.ts'
import { setFirstPicture } from './api/set-first-picture.ts'
import { ListedPicture } from './listed-picture.tsx'
import { PictureUpload, uploadPicture } from './picture-upload.tsx'
import { useShowProduct } from './use-show-product.ts'

type ShownPicture = StaffProduct['pictures'][number]

export function PicturesCard({ product: { sku, pictures } }: { product: StaffProduct }) {
  const show = useShowProduct()
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState<ShownPicture>()
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    // Where it was refused, somebody else may have been faster.
    onError: () => client.invalidateQueries(staffProductQuery(sku)),
    // What was pressed may be gone.
    onSettled: () => heading.current?.focus(),
  })
  const send = (request: () => Promise<StaffProduct>) => change.mutate(async () => show(await request()))
  const upload = (files: File[]) =>
    change.mutate(async () => {
      for (const file of files) await show(await uploadPicture(sku, file))
    })
  const askToRemove = (picture: ShownPicture) => {
    setAsked(picture)
    dialog.current?.showModal()
  }
  const remove = () => {
    dialog.current?.close()
    if (asked) send(() => removePicture(sku, asked.version))
  }
  return (
    <section aria-labelledby="pictures" className="card grid grid-cols-1 content-start gap-4 p-5 sm:p-7">
      <h2 ref={heading} id="pictures" tabIndex={-1} className="text-2xl font-semibold">
        Pictures
      </h2>
      <p className="text-muted">
        {pictures.length > 0
          ? 'Lists and carts show the first one, the product’s page all of them, in this order.'
          : 'There is none yet. A picture sells more than words do.'}
      </p>
      <p role="status" className="font-medium text-accent empty:hidden">
        {change.isPending ? 'One moment…' : change.isSuccess && 'Done. The shop shows it.'}
      </p>
      <ol className="grid grid-cols-2 gap-x-4 gap-y-3">
        {pictures.map((picture, index) => (
          <ListedPicture
            key={picture.version}
            address={picture.address}
            place={index + 1}
            isOnly={pictures.length === 1}
            disabled={change.isPending}
            onLead={() => send(() => setFirstPicture(sku, picture.version))}
            onRemove={() => askToRemove(picture)}
          />
        ))}
      </ol>
      {change.isError && (
        <Notice alert tone="trouble" title="That did not work">
          {change.error.message}
        </Notice>
      )}
      {pictures.length < MOST_PICTURES ? (
        <PictureUpload disabled={change.isPending} onChoose={upload} />
      ) : (
        <p className="text-sm text-muted">
          {MOST_PICTURES} pictures are the most. Remove one to add another.
        </p>
      )}
      <ConfirmDialog
        ref={dialog}
        title="Remove this picture?"
        keep="Keep it"
        confirm="Remove it"
        onConfirm={remove}
      >
        <Picture src={asked?.address} className="mb-4 max-w-40 rounded-2xl" />
        The shop keeps no copy of it: to show it again, somebody has to upload it.
      </ConfirmDialog>
    </section>
  )
}

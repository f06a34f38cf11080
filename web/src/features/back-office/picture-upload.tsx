import {
  LARGEST_PICTURE,
  type PictureType,
  pictureTypes,
  type StaffProduct,
} from '@aos/contracts/back-office'
import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, useId } from 'react'
import { addPicture } from './api/add-picture.ts'
import { contentOf } from './file-content.ts'
import { useShowProduct } from './use-show-product.ts'

export function PictureUpload({ sku }: { sku: string }) {
  const id = useId()
  const show = useShowProduct()
  const upload = useMutation({ mutationFn: (file: File) => send(sku, file), onSuccess: show })
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file && !upload.isPending) upload.mutate(file)
    // The same file once more is another attempt.
    target.value = ''
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        Another picture
      </label>
      <input
        id={id}
        type="file"
        accept={pictureTypes.join()}
        onChange={choose}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={upload.isError}
        className="field-box max-w-full file:mr-4 file:rounded-full file:border file:border-strong-line file:bg-sunken file:px-4 file:py-1 file:font-semibold"
      />
      <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
        PNG, WebP or SVG, at most {LARGEST_PICTURE.bytes / 1000} kB. Square ones look best.
      </p>
      <p id={`${id}-error`} role="alert" className="mt-1 text-sm text-trouble">
        {upload.error?.message}
      </p>
      <p role="status" className="text-sm font-medium text-accent">
        {upload.isPending ? 'Uploading…' : upload.isSuccess && 'The shop shows it.'}
      </p>
    </div>
  )
}

async function send(sku: string, file: File): Promise<StaffProduct> {
  const type = pictureTypes.find((one) => one === file.type)
  if (!type) throw new Error('Please choose a PNG, WebP or SVG file.')
  if (file.size > LARGEST_PICTURE.bytes)
    throw new Error(`This file has ${Math.ceil(file.size / 1000)} kB. Please make it smaller, or try WebP.`)
  return addPicture(sku, { type: type satisfies PictureType, content: await contentOf(file) })
}

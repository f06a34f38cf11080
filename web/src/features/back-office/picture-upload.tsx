import {
  LARGEST_PICTURE,
  type PictureType,
  pictureTypes,
  type StaffProduct,
} from '@aos/contracts/back-office'
import { type ChangeEvent, useId } from 'react'
import { addPicture } from './api/add-picture.ts'
import { contentOf } from './file-content.ts'

interface PictureUploadProps {
  disabled: boolean
  onChoose(files: File[]): void
}

export function PictureUpload({ disabled, onChoose }: PictureUploadProps) {
  const id = useId()
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])]
    if (files.length > 0) onChoose(files)
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
        multiple
        accept={pictureTypes.join()}
        disabled={disabled}
        onChange={choose}
        aria-describedby={`${id}-hint`}
        className="field-box max-w-full file:mr-4 file:rounded-full file:border file:border-strong-line file:bg-sunken file:px-4 file:py-1 file:font-semibold disabled:opacity-55"
      />
      <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
        PNG, WebP or plain SVG, at most {LARGEST_PICTURE.bytes / 1000} kB. Square ones are shown whole.
      </p>
    </div>
  )
}

/** @throws Error that says which file is at fault; those before it are there. */
export async function uploadPicture(sku: string, file: File): Promise<StaffProduct> {
  try {
    const type = pictureTypes.find((one) => one === file.type)
    if (!type) throw new Error('Please choose a PNG, WebP or SVG file.')
    if (file.size === 0) throw new Error('It is empty.')
    if (file.size > LARGEST_PICTURE.bytes)
      throw new Error(`It has ${Math.ceil(file.size / 1000)} kB. Please make it smaller, or try WebP.`)
    return await addPicture(sku, { type: type satisfies PictureType, content: await contentOf(file) })
  } catch (cause) {
    throw new Error(`${file.name}: ${(cause as Error).message}`, { cause })
  }
}

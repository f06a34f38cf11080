import { useQuery } from '@tanstack/react-query'
import { type ChangeEvent, type ReactNode, useId } from 'react'
import { TextField } from '../../shared/ui/text-field.tsx'
import { staffCategoriesQuery } from './api/list-staff-categories.ts'
import type { ProductValues } from './product-values.ts'

interface Field {
  name: string
  value: string
  error: string | undefined
  required: boolean
  onChange(event: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>): void
}

interface ProductFieldsProps {
  field: (name: keyof ProductValues) => Field
  currency: string
}

export const ProductFields = ({ field, currency }: ProductFieldsProps) => (
  <>
    <TextField {...field('name')} label="Name" maxLength={200} />
    <div className="grid gap-4 sm:grid-cols-2">
      <CategoryField {...field('category')} />
      <TextField {...field('price')} label={`Price in ${currency}`} inputMode="decimal" maxLength={12} />
    </div>
    <Labelled label="Description" error={field('description').error}>
      {(ids) => {
        const { error: _, ...area } = field('description')
        return <textarea {...area} {...ids} rows={8} maxLength={2000} className="field-box" />
      }}
    </Labelled>
    <TextField
      {...field('tags')}
      required={false}
      label="Tags"
      hint="What it has in common with related products, with commas between them."
      maxLength={800}
    />
  </>
)

function CategoryField({ error, ...select }: Field) {
  const { data: categories = [] } = useQuery(staffCategoriesQuery)
  return (
    <Labelled label="Category" error={error}>
      {(ids) => (
        <select {...select} {...ids} className="field-box">
          <option value="">Choose one</option>
          {categories.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

interface Ids {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string
}

interface LabelledProps {
  label: string
  error: string | undefined
  children(ids: Ids): ReactNode
}

/** A label and what is wrong, around what is no text field. */
function Labelled({ label, error, children }: LabelledProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': `${id}-error` })}
      <p id={`${id}-error`} className="mt-1 text-sm text-trouble">
        {error}
      </p>
    </div>
  )
}

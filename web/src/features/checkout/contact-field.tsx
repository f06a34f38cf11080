import { type ReactNode, useId } from 'react'

interface FieldProps {
  label: string
  error: string | undefined
  className?: string
  children(control: {
    id: string
    className: string
    'aria-invalid': boolean
    'aria-describedby': string
  }): ReactNode
}

/** A label, its control, and what is wrong with it. */
export function ContactField({ label, error, className = '', children }: FieldProps) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      {children({
        id,
        className: 'field-box',
        'aria-invalid': error !== undefined,
        'aria-describedby': `${id}-error`,
      })}
      <p id={`${id}-error`} className="mt-1 text-sm text-trouble">
        {error}
      </p>
    </div>
  )
}

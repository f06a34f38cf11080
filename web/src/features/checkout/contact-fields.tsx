import type { ComponentProps } from 'react'
import { countries } from '../../shared/countries.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import type { Contact, FieldErrors, ContactField as FieldName } from './contact.ts'
import { ContactField } from './contact-field.tsx'

interface ContactFieldsProps {
  contact: Contact
  errors: FieldErrors
  onChange(field: FieldName, value: string): void
}

export function ContactFields({ contact, errors, onChange }: ContactFieldsProps) {
  const input = (name: FieldName, label: string, props: ComponentProps<'input'> = {}) => (
    <ContactField label={label} error={errors[name]} className={props.className ?? 'sm:col-span-6'}>
      {(control) => (
        <input
          {...props}
          {...control}
          name={name}
          required
          value={contact[name]}
          onChange={(event) => onChange(name, event.target.value)}
        />
      )}
    </ContactField>
  )
  return (
    <>
      <fieldset>
        <legend className="mb-4 font-display text-2xl font-semibold">Who is it for?</legend>
        <div className="grid gap-5 sm:grid-cols-6">
          {input('name', 'Name', { autoComplete: 'name', maxLength: 100 })}
          {input('email', 'E-mail', {
            type: 'email',
            autoComplete: 'email',
            inputMode: 'email',
            spellCheck: false,
            maxLength: 254,
          })}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-4 font-display text-2xl font-semibold">Where shall it go?</legend>
        <div className="grid gap-5 sm:grid-cols-6">
          {input('street', 'Street', { autoComplete: 'address-line1', maxLength: 200 })}
          {input('postalCode', 'Postal code', {
            autoComplete: 'postal-code',
            maxLength: 20,
            className: 'sm:col-span-2',
          })}
          {input('city', 'City', {
            autoComplete: 'address-level2',
            maxLength: 100,
            className: 'sm:col-span-4',
          })}
          <ContactField label="Country" error={errors.country} className="sm:col-span-6">
            {(control) => (
              <span className="relative block">
                <select
                  {...control}
                  className={`${control.className} appearance-none pr-11`}
                  name="country"
                  autoComplete="country"
                  required
                  value={contact.country}
                  onChange={(event) => onChange('country', event.target.value)}
                >
                  <option value="" disabled>
                    Choose…
                  </option>
                  {countries.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
                <Icon
                  name="down"
                  className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-muted"
                />
              </span>
            )}
          </ContactField>
        </div>
      </fieldset>
    </>
  )
}

import type { ComponentProps } from 'react'
import { countries } from '../../shared/countries.ts'
import { checkout as words } from '../../shared/messages/checkout.ts'
import type { Contact, FieldErrors, ContactField as FieldName } from './contact.ts'
import { ContactField } from './contact-field.tsx'

interface ContactFieldsProps {
  contact: Contact
  errors: FieldErrors
  onChange(field: FieldName, value: string): void
}

export function ContactFields({ contact, errors, onChange }: ContactFieldsProps) {
  const input = (name: FieldName, props: ComponentProps<'input'> = {}) => (
    <ContactField
      label={words.fields[name]}
      error={errors[name]}
      className={props.className ?? 'sm:col-span-6'}
    >
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
        <legend className="mb-4 font-display text-2xl font-semibold">{words.who}</legend>
        <div className="grid gap-5 sm:grid-cols-6">
          {input('name', { autoComplete: 'name', maxLength: 100 })}
          {input('email', {
            type: 'email',
            autoComplete: 'email',
            inputMode: 'email',
            spellCheck: false,
            maxLength: 254,
          })}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-4 font-display text-2xl font-semibold">{words.where}</legend>
        <div className="grid gap-5 sm:grid-cols-6">
          {input('street', { autoComplete: 'address-line1', maxLength: 200 })}
          {input('postalCode', {
            autoComplete: 'postal-code',
            maxLength: 20,
            className: 'sm:col-span-2',
          })}
          {input('city', {
            autoComplete: 'address-level2',
            maxLength: 100,
            className: 'sm:col-span-4',
          })}
          <ContactField label={words.fields.country} error={errors.country} className="sm:col-span-6">
            {(control) => (
              <select
                {...control}
                name="country"
                autoComplete="country"
                required
                value={contact.country}
                onChange={(event) => onChange('country', event.target.value)}
              >
                <option value="" disabled>
                  {words.choose}
                </option>
                {countries().map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </ContactField>
        </div>
      </fieldset>
    </>
  )
}

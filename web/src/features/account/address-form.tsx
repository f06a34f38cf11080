import type { KnownAddress, SavedAddress } from '@aos/contracts/account'
import { useQueryClient } from '@tanstack/react-query'
import { type ComponentProps, useEffect, useId, useRef } from 'react'
import { addressesQuery } from '../../shared/api/list-addresses.ts'
import { countries } from '../../shared/countries.ts'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { account } from '../../shared/messages/account.ts'
import { TextField } from '../../shared/ui/text-field.tsx'
import { saveAddress } from './api/save-address.ts'

interface AddressFormProps {
  /** The one that is changed; absent: it is a new one. */
  known?: KnownAddress
  onDone(): void
}

type Values = typeof account.address.remedies

const bodyOf = ({ name, ...address }: Values): SavedAddress => ({ name, address })

export function AddressForm({ known, onDone }: AddressFormProps) {
  const words = account.address
  const client = useQueryClient()
  const start = useRef<HTMLDivElement>(null)
  // Who opened the form goes on in it.
  useEffect(() => start.current?.querySelector('input')?.focus(), [])
  const { field, ...frame } = useForm({
    initial: {
      name: known?.name ?? '',
      street: known?.address.street ?? '',
      postalCode: known?.address.postalCode ?? '',
      city: known?.address.city ?? '',
      country: known?.address.country ?? '',
    },
    schema: async () => (await import('@aos/contracts/account')).SavedAddress,
    bodyOf,
    remedies: words.remedies,
    send: (values) => saveAddress(known?.id, bodyOf(values)),
    onDone: async () => {
      await client.invalidateQueries(addressesQuery)
      onDone()
    },
  })
  return (
    <div ref={start}>
      <FormFrame {...frame} action={words.action} sending={words.sending}>
        <TextField {...field('name')} label={words.name} autoComplete="name" maxLength={100} />
        <TextField {...field('street')} label={words.street} autoComplete="address-line1" maxLength={200} />
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            {...field('postalCode')}
            label={words.postalCode}
            autoComplete="postal-code"
            maxLength={20}
          />
          <TextField
            {...field('city')}
            label={words.city}
            autoComplete="address-level2"
            maxLength={100}
            className="sm:col-span-2"
          />
        </div>
        <CountryField {...field('country')} />
      </FormFrame>
    </div>
  )
}

interface CountryFieldProps extends ComponentProps<'select'> {
  error: string | undefined
}

function CountryField({ error, ...select }: CountryFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {account.address.country}
      </label>
      <select
        {...select}
        id={id}
        className="field-box"
        autoComplete="country"
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
      >
        <option value="" disabled>
          {account.address.choose}
        </option>
        {countries().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <p id={`${id}-error`} className="mt-1 text-sm text-trouble">
        {error}
      </p>
    </div>
  )
}

import type { KnownAddress } from '@aos/contracts/account'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addressesQuery } from '../../shared/api/list-addresses.ts'
import { countryName } from '../../shared/countries.ts'
import { account } from '../../shared/messages/account.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { AddressForm } from './address-form.tsx'
import { removeAddress } from './api/remove-address.ts'

/** `new`: a form for another one; an id: a form for that one. */
type Editing = 'new' | string | undefined

export function Addresses() {
  const { data: addresses } = useSuspenseQuery(addressesQuery)
  const words = account.addresses
  const [editing, setEditing] = useState<Editing>(addresses.length === 0 ? 'new' : undefined)
  const [said, setSaid] = useState('')
  const done = (news: string) => {
    setEditing(undefined)
    setSaid(news)
  }
  return (
    <div className="grid max-w-2xl gap-8 pt-10 sm:pt-16">
      <PageHeading title={account.yourAddresses}>{account.yourAddresses}</PageHeading>
      <p role="status" className="sr-only">
        {said}
      </p>
      {addresses.length > 0 && (
        <ul className="grid gap-4">
          {addresses.map((known) => (
            <li key={known.id} className="card p-6">
              {editing === known.id ? (
                <AddressForm known={known} onDone={() => done(words.changed)} />
              ) : (
                <AddressCard
                  known={known}
                  onChange={() => setEditing(known.id)}
                  onRemoved={() => done(words.removed)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === 'new' ? (
        <div className="card p-6">
          <AddressForm onDone={() => done(words.saved)} />
        </div>
      ) : (
        <Button look="quiet" className="justify-self-start" onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      )}
    </div>
  )
}

interface AddressCardProps {
  known: KnownAddress
  onChange(): void
  onRemoved(): void
}

function AddressCard({ known: { id, name, address }, onChange, onRemoved }: AddressCardProps) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => removeAddress(id),
    onSuccess: async () => {
      await client.invalidateQueries(addressesQuery)
      onRemoved()
    },
  })
  const words = account.addresses
  const of = `${name}, ${address.street}`
  return (
    <>
      <address className="not-italic [overflow-wrap:anywhere]">
        <span className="font-semibold">{name}</span>
        <br />
        {address.street}
        <br />
        {address.postalCode} {address.city}
        <br />
        {countryName(address.country)}
      </address>
      {remove.isError && (
        <Notice alert tone="trouble" title={words.notRemoved}>
          {remove.error.message}
        </Notice>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button look="quiet" aria-label={words.changeOf(of)} onClick={onChange}>
          {words.change}
        </Button>
        <Button
          look="quiet"
          aria-label={words.removeOf(of)}
          onClick={() => remove.mutate()}
          disabled={remove.isPending}
        >
          {words.remove}
        </Button>
      </div>
    </>
  )
}

import type { KnownAddress } from '@aos/contracts/account'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useId } from 'react'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { addressesQuery } from '../../shared/api/list-addresses.ts'
import { checkout as words } from '../../shared/messages/checkout.ts'
import type { Contact } from './contact.ts'

interface KnownShopperProps {
  contact: Contact
  onChange(part: Partial<Contact>): void
}

/** Guests come first; who has an account is spared some typing. */
export function KnownShopper({ contact, onChange }: KnownShopperProps) {
  const { data: session } = useQuery(sessionQuery)
  const account = session?.account
  const { data: addresses = [] } = useQuery({ ...addressesQuery, enabled: account !== undefined })
  const isUntouched = contact.name === '' && contact.email === ''

  useEffect(() => {
    if (account && isUntouched) onChange({ name: account.name, email: account.email })
  }, [account, isUntouched, onChange])

  if (!session) return null
  if (!account) {
    return (
      <p className="text-muted">
        {words.guest.beforeLink}
        <Link
          to="/account/sign-in"
          search={{ to: '/checkout' }}
          className="underline underline-offset-4 hover:text-ink"
        >
          {words.guest.link}
        </Link>
        {words.guest.afterLink}
      </p>
    )
  }
  return addresses.length > 0 ? <SavedAddresses addresses={addresses} onChange={onChange} /> : null
}

interface SavedAddressesProps extends Pick<KnownShopperProps, 'onChange'> {
  addresses: readonly KnownAddress[]
}

function SavedAddresses({ addresses, onChange }: SavedAddressesProps) {
  const id = useId()
  const use = (chosen: string) => {
    const saved = addresses.find((one) => one.id === chosen)
    if (saved) onChange({ name: saved.name, ...saved.address })
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {words.savedAddress}
      </label>
      <select id={id} className="field-box" value="" onChange={({ target }) => use(target.value)}>
        <option value="">{words.choose}</option>
        {addresses.map(({ id: value, name, address }) => (
          <option key={value} value={value}>
            {`${name}, ${address.street}, ${address.city}`}
          </option>
        ))}
      </select>
    </div>
  )
}

import type { Account, KnownAddress } from '@aos/contracts/account'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId } from 'react'
import { addressesQuery } from '../../shared/api/list-addresses.ts'
import { checkout as words } from '../../shared/messages/checkout.ts'
import { checkoutLater as later } from '../../shared/messages/checkout-later.ts'
import type { Contact } from './contact.ts'

interface AccountHolderProps {
  account: Pick<Account, 'name' | 'email'>
  contact: Contact
  onChange(part: Partial<Contact>): void
}

export function AccountHolder({ account, contact, onChange }: AccountHolderProps) {
  const { data: addresses = [] } = useQuery(addressesQuery)
  const isUntouched = contact.name === '' && contact.email === ''

  useEffect(() => {
    if (isUntouched) onChange({ name: account.name, email: account.email })
  }, [account, isUntouched, onChange])

  return addresses.length > 0 ? <SavedAddresses addresses={addresses} onChange={onChange} /> : null
}

interface SavedAddressesProps extends Pick<AccountHolderProps, 'onChange'> {
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
        {later.savedAddress}
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

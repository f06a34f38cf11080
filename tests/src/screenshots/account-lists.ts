import type { KnownAddress } from '@aos/contracts/account'
import { orderStatuses } from '@aos/contracts/journey'
import type { OrderHistory } from '@aos/contracts/order-history'
import { longName } from './products.ts'

const idOf = (number: number): string =>
  `0199aaaa-0000-7000-8000-0000c0ffee${String(number).padStart(2, '0')}`

/** Orders in all states, of which the first page is full. */
export const aLongHistory: OrderHistory = {
  orders: Array.from({ length: 10 }, (_, i) => ({
    id: idOf(i),
    status: orderStatuses[i % orderStatuses.length] ?? 'placed',
    total: { amount: 1_800 + i * 13_370, currency: 'EUR' },
    items: i + 1,
    names: i % 4 === 3 ? [longName, 'Monday Mug', longName] : ['Patience Pour-Over Kettle'],
    placedAt: new Date(Date.UTC(2026, 2, 28 - i, 10, 4)).toISOString(),
  })),
  total: 23,
  page: 1,
  pageSize: 10,
}

export const someAddresses: KnownAddress[] = [
  {
    id: idOf(1),
    name: 'Ada Lovelace',
    address: { street: '12 Market Street', postalCode: '10115', city: 'Berlin', country: 'DE' },
  },
  {
    id: idOf(2),
    name: 'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff-Donaudampfschifffahrtsgesellschaft',
    address: {
      street: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Street 1234',
      postalCode: 'LL61 5UJ',
      city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
      country: 'GB',
    },
  },
]

import { OrderId } from '@aos/contracts/order-parts'
import { z } from 'zod'
import type { Booking } from './carrier.ts'
import type { News } from './parcel.ts'

/** The shipment company's words for things; nothing else here knows them. */

export const CarrierParcel = z.object({
  id: z.string().min(1),
  reference: OrderId,
  trackingNumber: z.string().min(1),
  status: z.enum(['booked', 'dispatched', 'delivered', 'lost', 'cancelled']),
})
type CarrierParcel = z.infer<typeof CarrierParcel>

export const CarrierParcels = z.object({ parcels: z.array(CarrierParcel) })
export const CarrierProblem = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
export const CarrierEvent = z.object({ type: z.string(), data: z.object({ parcel: z.unknown() }) })

export const newsOf = ({ id, trackingNumber, status }: CarrierParcel): News =>
  status === 'cancelled' ? { type: 'called-off' } : { type: status, carrierReference: id, trackingNumber }

export const bookingOf = ({ orderId, customer, lines, service }: Booking) => ({
  reference: orderId,
  recipient: { name: customer.name, email: customer.email },
  address: {
    line1: customer.address.street,
    postalCode: customer.address.postalCode,
    city: customer.address.city,
    country: customer.address.country,
  },
  items: lines.map(({ sku, name, quantity }) => ({ sku, name, quantity })),
  ...(service && { service }),
})

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removedPerson } from '@aos/contracts/removed-person'
import { startCarrier } from '@aos/simulators/carrier/carrier'
import { readCarrierConfig } from '@aos/simulators/config'
import { freePort } from '@aos/tests/harness/free-port'
import { type SampleEvent, sampleData, sampleEvent } from '@aos/tests/harness/samples'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetCustomers } from './parcels-table.ts'
import { type RunningShipments, startShipments } from './shipments-harness.ts'

const TOKEN = 'the token of an account'
const SECRET = 'the secret of the webhooks'
const ada = {
  name: 'Ada Lovelace',
  email: 'ada@elsewhere.example',
  address: { street: '12 Market Street', postalCode: '10115', city: 'Berlin', country: 'DE' },
}

let folder: string
let shipments: RunningShipments
let carrier: Awaited<ReturnType<typeof startCarrier>>
let carrierUrl: string

beforeAll(async () => {
  const port = await freePort()
  carrierUrl = `http://127.0.0.1:${port}`
  folder = await mkdtemp(join(tmpdir(), 'carrier-'))
  shipments = await startShipments({ carrierUrl, token: TOKEN, secret: SECRET })
  carrier = await startCarrier(
    readCarrierConfig({
      PORT: String(port),
      DATA_DIR: folder,
      API_TOKEN: TOKEN,
      WEBHOOK_URL: `${shipments.url}/webhooks/carrier`,
      WEBHOOK_SECRET: SECRET,
      WEBHOOK_RETRY_MS: '50',
      // Parcels move when a test says so.
      DISPATCH_AFTER_MS: '3600000',
      DELIVER_AFTER_MS: '3600000',
    }),
  )
})

afterAll(async () => {
  await shipments?.stop()
  await carrier?.close()
  await rm(folder, { recursive: true, force: true })
})

async function approve(name = ada.name): Promise<string> {
  const orderId = randomUUID()
  const data = { ...sampleData('OrderApproved', orderId), customer: { ...ada, name } }
  await shipments.receive(
    'orders.events',
    sampleEvent('OrderApproved', { subject: orderId, data: data as SampleEvent['data'] }),
  )
  return orderId
}

const cancel = (orderId: string) =>
  shipments.receive('shipments.commands', sampleEvent('CancelShipment', { subject: orderId }))

async function advance(orderId: string): Promise<void> {
  const headers = { authorization: `Bearer ${TOKEN}` }
  const found = await fetch(`${carrierUrl}/parcels?reference=${orderId}`, { headers })
  const { parcels } = (await found.json()) as { parcels: { id: string }[] }
  await fetch(`${carrierUrl}/parcels/${parcels[0]?.id}/advance`, { method: 'POST', headers })
}

const lastSaid = (orderId: string) => shipments.saidAbout(orderId).at(-1)
const untilSaid = (orderId: string, type: string) =>
  expect.poll(() => lastSaid(orderId)?.type, { timeout: 20_000 }).toBe(type)

const parcelRow = (orderId: string) => shipments.database.knex('parcels').where('order_id', orderId).first()

describe('whose a parcel is', () => {
  it('is known until it is delivered, and told with it, but not kept', async () => {
    const orderId = await approve()
    await untilSaid(orderId, 'ShipmentBooked')
    await advance(orderId)
    await untilSaid(orderId, 'ShipmentDispatched')
    expect((await parcelRow(orderId)).customer).toEqual(ada)
    await advance(orderId)
    await untilSaid(orderId, 'ShipmentDelivered')
    expect(lastSaid(orderId)?.data).toMatchObject({ customer: { name: ada.name, email: ada.email } })
    const { customer, lines, tracking_number } = await parcelRow(orderId)
    expect({ customer, tracking_number }).toEqual({
      customer: removedPerson,
      tracking_number: lastSaid(orderId)?.data.trackingNumber,
    })
    expect(lines).toEqual(sampleData('OrderApproved').lines)
  })

  it('is not kept when the carrier refuses it', async () => {
    const orderId = await approve('test-refuse')
    await untilSaid(orderId, 'ShipmentFailed')
    expect((await parcelRow(orderId)).customer).toEqual(removedPerson)
  })

  it('is not kept when it is called off', async () => {
    const orderId = await approve()
    await untilSaid(orderId, 'ShipmentBooked')
    await cancel(orderId)
    await untilSaid(orderId, 'ShipmentCancelled')
    expect((await parcelRow(orderId)).customer).toEqual(removedPerson)
  })

  it('is not known any more when it is asked again what became of it', async () => {
    const orderId = await approve()
    await untilSaid(orderId, 'ShipmentBooked')
    await advance(orderId)
    await advance(orderId)
    await untilSaid(orderId, 'ShipmentDelivered')
    await cancel(orderId)
    const { name, email } = removedPerson
    expect(lastSaid(orderId)).toMatchObject({
      type: 'ShipmentDelivered',
      data: { customer: { name, email } },
    })
  })

  it('and was kept by an older version is forgotten, unless it is under way', async () => {
    const underWay = await approve()
    await untilSaid(underWay, 'ShipmentBooked')
    const over = await approve()
    await untilSaid(over, 'ShipmentBooked')
    await cancel(over)
    await untilSaid(over, 'ShipmentCancelled')
    await shipments.database.knex('parcels').where('order_id', over).update({ customer: ada })
    expect(await forgetCustomers(shipments.database, 10_000)).toBe(1)
    expect((await parcelRow(over)).customer).toEqual(removedPerson)
    expect((await parcelRow(underWay)).customer).toEqual(ada)
    expect(await forgetCustomers(shipments.database, 10_000)).toBe(0)
  })
})

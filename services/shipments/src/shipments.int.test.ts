import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCarrier } from '@aos/simulators/carrier/carrier'
import { readCarrierConfig } from '@aos/simulators/config'
import { freePort } from '@aos/tests/harness/free-port'
import { type SampleEvent, sampleData, sampleEvent } from '@aos/tests/harness/samples'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningShipments, startShipments } from './shipments-harness.ts'

const TOKEN = 'the token of an account'
const SECRET = 'the secret of the webhooks'

let folder: string
let shipments: RunningShipments
let carrier: Awaited<ReturnType<typeof startCarrier>>
let carrierUrl: string

beforeAll(async () => {
  const port = await freePort()
  carrierUrl = `http://127.0.0.1:${port}`
  folder = await mkdtemp(join(tmpdir(), 'carrier-'))
  shipments = await startShipments({ carrierUrl, token: TOKEN, secret: SECRET })
  carrier = await startCarrier(carrierConfig(port, `${shipments.url}/webhooks/carrier`))
})

afterAll(async () => {
  await shipments?.stop()
  await carrier?.close()
  await rm(folder, { recursive: true, force: true })
})

const carrierConfig = (port: number, webhookUrl: string) =>
  readCarrierConfig({
    PORT: String(port),
    DATA_DIR: folder,
    API_TOKEN: TOKEN,
    WEBHOOK_URL: webhookUrl,
    WEBHOOK_SECRET: SECRET,
    WEBHOOK_RETRY_MS: '50',
    // Parcels move when a test says so.
    DISPATCH_AFTER_MS: '3600000',
    DELIVER_AFTER_MS: '3600000',
    HANG_MS: '5000',
  })

interface ParcelThere {
  id: string
  trackingNumber: string
  status: string
}

async function atCarrier<Body>(path: string, method = 'GET'): Promise<Body> {
  const answer = await fetch(carrierUrl + path, { method, headers: { authorization: `Bearer ${TOKEN}` } })
  return (await answer.json()) as Body
}

const parcelsOf = async (orderId: string) =>
  (await atCarrier<{ parcels: ParcelThere[] }>(`/parcels?reference=${orderId}`)).parcels

async function advance(orderId: string): Promise<void> {
  const [parcel] = await parcelsOf(orderId)
  await atCarrier(`/parcels/${parcel?.id}/advance`, 'POST')
}

/** @param name of the customer; some words in it decide what the carrier does. */
function approval(orderId: string, name = 'Ada Example'): SampleEvent {
  const data = sampleData('OrderApproved', orderId)
  return sampleEvent('OrderApproved', {
    subject: orderId,
    data: { ...data, customer: { ...data.customer, name } } as SampleEvent['data'],
  })
}

async function approve(name?: string): Promise<string> {
  const orderId = randomUUID()
  await shipments.receive('orders.events', approval(orderId, name))
  return orderId
}

const cancel = (orderId: string) =>
  shipments.receive('shipments.commands', sampleEvent('CancelShipment', { subject: orderId }))

const untilSaid = (orderId: string, ...types: string[]) =>
  expect.poll(() => shipments.saidAbout(orderId).map(({ type }) => type), { timeout: 20_000 }).toEqual(types)

describe('an order that is approved', () => {
  it('gets one parcel, and what happens to it is told in order', async () => {
    const orderId = await approve()
    await untilSaid(orderId, 'ShipmentBooked')
    await advance(orderId)
    await untilSaid(orderId, 'ShipmentBooked', 'ShipmentDispatched')
    await advance(orderId)
    await untilSaid(orderId, 'ShipmentBooked', 'ShipmentDispatched', 'ShipmentDelivered')

    const [parcel, ...others] = await parcelsOf(orderId)
    expect(others).toEqual([])
    const said = shipments.saidAbout(orderId)
    expect(said.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    expect(said.map(({ data }) => data.trackingNumber)).toEqual(Array(3).fill(parcel?.trackingNumber))
    // For the letters, whoever writes them.
    const { customer: _, orderId: __, ...ordered } = sampleData('OrderApproved', orderId)
    for (const { data } of said.slice(1)) expect(data).toMatchObject(ordered)
  })

  it.each(['test-drop', 'test-error', 'test-hang'])(
    'gets one parcel from a carrier that does %s',
    async (name) => {
      const orderId = await approve(name)
      await untilSaid(orderId, 'ShipmentBooked')
      expect(await parcelsOf(orderId)).toHaveLength(1)
    },
  )

  it('gets one parcel when its approval comes twice', async () => {
    const orderId = randomUUID()
    const twice = approval(orderId)
    await shipments.receive('orders.events', twice, twice, { ...approval(orderId) })
    await shipments.receive('orders.events', twice, approval(orderId))
    await untilSaid(orderId, 'ShipmentBooked')
    expect(await parcelsOf(orderId)).toHaveLength(1)
  })

  it('fails with the carrier’s reason when it is refused', async () => {
    const orderId = await approve('test-refuse')
    await untilSaid(orderId, 'ShipmentFailed')
    expect(shipments.saidAbout(orderId)[0]?.data.reason).toBe('The carrier does not deliver to this address.')
  })

  it('fails when the parcel is lost', async () => {
    const orderId = await approve('test-lost')
    await untilSaid(orderId, 'ShipmentBooked')
    await advance(orderId)
    await advance(orderId)
    await expect.poll(() => shipments.saidAbout(orderId).at(-1)?.type).toBe('ShipmentFailed')
  })

  it('in a batch of a hundred gets its parcel as well', async () => {
    const orderIds = Array.from({ length: 100 }, () => randomUUID())
    await shipments.receive('orders.events', ...orderIds.map((id) => approval(id)))
    for (const orderId of orderIds) await untilSaid(orderId, 'ShipmentBooked')
  })
})

describe('a cancellation', () => {
  it('before the approval leaves a tombstone', async () => {
    const orderId = randomUUID()
    await cancel(orderId)
    await shipments.receive('orders.events', approval(orderId))
    await cancel(orderId)
    await untilSaid(orderId, 'ShipmentCancelled', 'ShipmentCancelled')
    expect(await parcelsOf(orderId)).toEqual([])
  })

  it('at the same moment as the approval leaves no parcel in movement', async () => {
    const orderIds = Array.from({ length: 20 }, () => randomUUID())
    const answers = await Promise.all(
      orderIds.flatMap((id) => [shipments.receive('orders.events', approval(id)), cancel(id)]),
    )
    expect(answers.flat()).not.toContain(false)
    for (const orderId of orderIds) {
      await expect
        .poll(() => shipments.saidAbout(orderId).at(-1)?.type, { timeout: 20_000 })
        .toBe('ShipmentCancelled')
      expect((await parcelsOf(orderId)).filter(({ status }) => status !== 'cancelled')).toEqual([])
    }
  })

  it('of a booked parcel cancels it at the carrier', async () => {
    const orderId = await approve()
    await untilSaid(orderId, 'ShipmentBooked')
    await cancel(orderId)
    await untilSaid(orderId, 'ShipmentBooked', 'ShipmentCancelled')
    expect(await parcelsOf(orderId)).toMatchObject([{ status: 'cancelled' }])
  })

  it('while it is not known whether the parcel was booked leaves none in movement', async () => {
    const orderId = await approve('test-hang')
    await cancel(orderId)
    await untilSaid(orderId, 'ShipmentCancelled')
    expect((await parcelsOf(orderId)).filter(({ status }) => status !== 'cancelled')).toEqual([])
  })

  it('of a parcel that left is answered with what really happened, as often as it is asked', async () => {
    const orderId = await approve()
    await untilSaid(orderId, 'ShipmentBooked')
    await advance(orderId)
    await untilSaid(orderId, 'ShipmentBooked', 'ShipmentDispatched')
    await cancel(orderId)
    await cancel(orderId)
    const again = Array(2).fill('ShipmentDispatched')
    await untilSaid(orderId, 'ShipmentBooked', 'ShipmentDispatched', ...again)
  })
})

describe('a webhook', () => {
  it('that is forged is refused and changes nothing', async () => {
    const orderId = await approve()
    await untilSaid(orderId, 'ShipmentBooked')
    const [parcel] = await parcelsOf(orderId)
    const body = JSON.stringify({
      type: 'parcel.dispatched',
      data: { parcel: { ...parcel, status: 'dispatched' } },
    })
    const signature = `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`
    const { status } = await fetch(`${shipments.url}/webhooks/carrier`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'carrier-signature': signature },
      body,
    })
    expect(status).toBe(400)
    await untilSaid(orderId, 'ShipmentBooked')
  })
})

describe('a parcel whose webhook was lost', () => {
  it('is looked up', async () => {
    shipments.loseWebhooks = true
    try {
      const orderId = await approve()
      await untilSaid(orderId, 'ShipmentBooked')
      await advance(orderId)
      await untilSaid(orderId, 'ShipmentBooked', 'ShipmentDispatched')
    } finally {
      shipments.loseWebhooks = false
    }
  })
})

describe('a parcel whose process died before the carrier was asked', () => {
  it('is booked once its lease is over', async () => {
    const orderId = randomUUID()
    await shipments.receiveAndDie('orders.events', approval(orderId))
    await untilSaid(orderId, 'ShipmentBooked')
  })
})

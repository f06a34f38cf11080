import { AppError } from '@aos/chassis/errors'
import { Pool } from 'undici'
import type { Booking, Carrier } from './carrier.ts'
import { bookingOf, CarrierParcel, CarrierParcels, CarrierProblem, newsOf } from './carrier-api.ts'
import type { ShipmentsConfig } from './config.ts'
import type { Consignment, News } from './parcel.ts'

type Settings = Pick<
  ShipmentsConfig,
  'CARRIER_URL' | 'CARRIER_TOKEN' | 'CARRIER_TIMEOUT_MS' | 'CARRIER_CONCURRENCY'
>

interface Answer {
  status: number
  body: unknown
}

/** The shipment company over its HTTP API. */
export class HttpCarrier implements Carrier {
  readonly #pool: Pool
  readonly #basePath: string
  readonly #headers: Record<string, string>

  constructor({ CARRIER_URL, CARRIER_TOKEN, CARRIER_TIMEOUT_MS, CARRIER_CONCURRENCY }: Settings) {
    const { origin, pathname } = new URL(CARRIER_URL)
    this.#pool = new Pool(origin, {
      connections: CARRIER_CONCURRENCY,
      connect: { timeout: CARRIER_TIMEOUT_MS },
      headersTimeout: CARRIER_TIMEOUT_MS,
      bodyTimeout: CARRIER_TIMEOUT_MS,
    })
    this.#basePath = pathname.replace(/\/$/, '')
    this.#headers = { authorization: `Bearer ${CARRIER_TOKEN}`, 'content-type': 'application/json' }
  }

  async book(order: Booking): Promise<News> {
    const answer = await this.#post('/parcels', bookingOf(order), {
      'idempotency-key': `book-${order.orderId}`,
    })
    if (answer.status === 201) return newsOf(CarrierParcel.parse(answer.body))
    const { code, message } = problemIn(answer)
    // What does not fit the carrier's schema never will. Other 400s say nothing about the parcel.
    const isRefused = answer.status === 422 || code === 'invalid_request'
    if (isRefused) return { type: 'refused', reason: message }
    throw unknownOutcome('booking', answer)
  }

  async cancel({ carrierReference, orderId }: Consignment & { orderId: string }): Promise<News> {
    const answer = await this.#post(`/parcels/${encodeURIComponent(carrierReference)}/cancel`)
    if (answer.status === 200) return newsOf(CarrierParcel.parse(answer.body))
    const instead = answer.status === 409 ? await this.find(orderId) : undefined
    if (instead && instead.type !== 'booked') return instead
    throw unknownOutcome('cancelling', answer)
  }

  async find(orderId: string): Promise<News | undefined> {
    const answer = await this.#request('GET', `/parcels?reference=${orderId}`)
    if (answer.status !== 200) throw unknownOutcome('looking up a parcel', answer)
    const [parcel] = CarrierParcels.parse(answer.body).parcels
    return parcel && newsOf(parcel)
  }

  async close(): Promise<void> {
    await this.#pool.close()
  }

  #post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#request('POST', path, JSON.stringify(body), headers)
  }

  async #request(
    method: 'GET' | 'POST',
    path: string,
    body: string | null = null,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.#pool.request({
      method,
      path: this.#basePath + path,
      headers: { ...this.#headers, ...headers },
      body,
    })
    return { status: answer.statusCode, body: parse(await answer.body.text()) }
  }
}

/** A proxy in between may answer with a page. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemIn({ body }: Answer): { code: string; message: string } {
  const problem = CarrierProblem.safeParse(body)
  return problem.success ? problem.data.error : { code: 'unknown', message: 'without a reason' }
}

const unknownOutcome = (what: string, answer: Answer) =>
  new AppError(
    'unavailable',
    'carrier-unavailable',
    `${what}: the carrier answered ${answer.status}, ${problemIn(answer).message}`,
  )

import type { Emitted } from '@aos/contracts/messages'
import { removedPerson } from '@aos/contracts/removed-person'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inputs, ORDER_ID } from './parcel.samples.ts'
import { type Consignment, decide, type News, type Parcel } from './parcel.ts'

type Truth = 'none' | 'refuses' | 'booked' | 'dispatched' | 'delivered' | 'lost' | 'cancelled'

/** A shipment company, and what it knows; its answers may be lost and its webhooks come in any order. */
class World {
  parcel: Parcel | undefined
  truth: Truth
  parcelsMade = 0
  said: (Emitted & { sequence: number })[] = []
  readonly #webhooks: News[] = []

  constructor(refuses: boolean) {
    this.truth = refuses ? 'refuses' : 'none'
  }

  hear(input: Parameters<typeof decide>[2]): void {
    const decision = decide(ORDER_ID, this.parcel, input)
    if ('ignored' in decision) return
    this.parcel = decision.parcel
    this.said.push(...decision.messages)
  }

  get #consignment(): Consignment {
    return { carrierReference: `parcel_${this.parcelsMade}`, trackingNumber: 'AW1' }
  }

  #show(): News {
    if (this.truth === 'cancelled') return { type: 'called-off' }
    return { type: this.truth as 'booked', ...this.#consignment }
  }

  /** Does what ask-carrier.ts does for this status. */
  work(answerIsLost: boolean): void {
    const { parcel } = this
    if (parcel?.status !== 'booking' && parcel?.status !== 'cancelling') return
    const answer = parcel.status === 'cancelling' && parcel.carrierReference ? this.#cancel() : this.#book()
    if (!answerIsLost) this.hear(answer)
  }

  #book(): News {
    if (this.truth === 'refuses') return { type: 'refused', reason: 'no' }
    if (this.truth === 'none') {
      this.truth = 'booked'
      this.parcelsMade += 1
    }
    // An idempotent repetition answers as the first time did.
    return { type: 'booked', ...this.#consignment }
  }

  #cancel(): News {
    if (this.truth === 'booked') this.truth = 'cancelled'
    return this.#show()
  }

  move(isLost: boolean): void {
    if (this.truth === 'booked') this.truth = 'dispatched'
    else if (this.truth === 'dispatched') this.truth = isLost ? 'lost' : 'delivered'
    else return
    this.#webhooks.push(this.#show())
  }

  deliverWebhook(which: number): void {
    const webhook = this.#webhooks[which % this.#webhooks.length]
    if (webhook) this.hear(webhook)
  }

  lookUp(): void {
    if (this.truth !== 'none' && this.truth !== 'refuses') this.hear(this.#show())
  }

  settle(): void {
    for (let i = 0; i < 4; i++) this.work(false)
    this.lookUp()
  }
}

const steps = {
  approve: (world: World) => world.hear(inputs.OrderApproved),
  cancel: (world: World) => world.hear(inputs.CancelShipment),
  work: (world: World, n: number) => world.work(n % 3 === 0),
  move: (world: World, n: number) => world.move(n % 2 === 0),
  webhook: (world: World, n: number) => world.deliverWebhook(n),
  lookUp: (world: World) => world.lookUp(),
}

const step = fc.tuple(fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])), fc.nat(20))

const statusFor: Record<Truth, Parcel['status'][]> = {
  none: ['cancelled'],
  refuses: ['failed', 'cancelled'],
  booked: ['booked'],
  dispatched: ['dispatched'],
  delivered: ['delivered'],
  lost: ['failed'],
  cancelled: ['cancelled'],
}

it('tells the truth after any interleaving, loss and repetition, with at most one parcel', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 40 }), (refuses, plan) => {
      const world = new World(refuses)
      let final: string | undefined
      for (const [name, n] of plan) {
        steps[name](world, n)
        const status = world.parcel?.status
        if (final) expect(status).toBe(final)
        if (status === 'cancelled' || status === 'delivered' || status === 'failed') final = status
        // Whose it is, is known exactly as long as somebody may have to know it.
        const customer = final ? removedPerson : inputs.OrderApproved.data.customer
        if (world.parcel?.customer) expect(world.parcel.customer).toEqual(customer)
      }
      world.settle()

      expect(world.parcelsMade).toBeLessThanOrEqual(1)
      expect(world.said.map(({ sequence }) => sequence)).toEqual(world.said.map((_, i) => i + 1))
      const types = world.said.map(({ type }) => type)
      expect(types.filter((type) => type === 'ShipmentBooked').length).toBeLessThanOrEqual(1)
      const cancelledAt = types.indexOf('ShipmentCancelled')
      if (cancelledAt >= 0) {
        expect(new Set(types.slice(cancelledAt))).toEqual(new Set(['ShipmentCancelled']))
        expect(['none', 'refuses', 'cancelled']).toContain(world.truth)
      }
      if (world.parcel) expect(statusFor[world.truth]).toContain(world.parcel.status)

      const saidBefore = world.said.length
      world.hear(inputs.CancelShipment)
      world.settle()
      expect(world.said.length).toBeGreaterThan(saidBefore)
    }),
    { numRuns: 2000 },
  )
})

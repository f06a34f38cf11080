import { terminalStatuses } from '@aos/contracts/journey'
import { type Emitted, messages } from '@aos/contracts/messages'
import { messageTopics } from '@aos/contracts/topics'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Notifications, type Owner, Payments, Shipments, Stock } from './honest-owners.ts'
import { decide, type Order, place, type Stimulus } from './order.ts'
import { anOrder, deadlines, now } from './order-samples.ts'
import { numbered } from './outgoing.ts'

const MOST_STEPS_TO_REST = 200
const isTerminal = ({ status }: Order): boolean => terminalStatuses.some((terminal) => terminal === status)

/** The choice says which of those that can happen. */
interface Step {
  what: 'event' | 'duplicate' | 'wish' | 'deadline'
  choice: number
}

/** A message on its way to one of those who listen. */
interface Travelling {
  to: string
  message: Emitted
}

/** One order and everybody around it. Whatever can happen next, happens when it is chosen. */
class World {
  readonly stock: Stock
  readonly payments = new Payments()
  readonly shipments = new Shipments()
  readonly story: string[] = []
  readonly said: Emitted[] = []
  readonly owners: Record<string, Owner>
  order: Order
  #travelling: Travelling[] = []

  constructor(answer: ConstructorParameters<typeof Stock>[0]) {
    this.stock = new Stock(answer)
    const { payments, shipments, stock } = this
    this.owners = { stock, payments, shipments, notifications: new Notifications() }
    const placed = place(anOrder(), now, deadlines)
    this.order = placed.order
    this.#say(placed.order, placed.messages)
  }

  get isAtRest(): boolean {
    return Object.keys(this.#events()).length === 0 && !this.#awaitsDeadline
  }

  get #awaitsDeadline(): boolean {
    return this.order.deadlineAt !== undefined
  }

  step({ what, choice }: Step): void {
    if (what === 'wish') this.#happen({ 'the customer cancels': this.#wish }, choice)
    else if (what === 'duplicate') this.#happen(this.#duplicates(), choice)
    else if (what === 'event') this.#happen(this.#events(), choice)
    else if (this.#awaitsDeadline) this.#happen({ 'the deadline passes': this.#deadline }, choice)
  }

  /** Customers are content now, and deadlines pass only when nothing else goes on. */
  calmStep(choice: number): void {
    const events = this.#events()
    const isIdle = Object.keys(events).length === 0
    this.#happen(isIdle ? { 'the deadline passes': this.#deadline } : events, choice)
  }

  #happen(events: Record<string, () => void>, choice: number): void {
    const names = Object.keys(events)
    const name = names[choice % names.length]
    if (name === undefined) return
    this.story.push(name)
    events[name]?.()
  }

  #wish = () => this.#hear({ type: 'CancellationRequested' })
  #deadline = () => this.#hear({ type: 'DeadlinePassed' })

  /** What travels arrives in any order, and third parties act when they like. */
  #events(): Record<string, () => void> {
    const arrivals = this.#travelling.map((one, i) => [
      `${i}: ${one.message.type} comes to ${one.to}`,
      () => {
        this.#travelling = this.#travelling.toSpliced(i, 1)
        this.#arrive(one)
      },
    ])
    const acts = Object.values(this.owners).flatMap(({ acts }) =>
      Object.entries(acts()).map(([name, act]) => [name, () => this.#send(act())]),
    )
    return Object.fromEntries([...arrivals, ...acts])
  }

  #duplicates(): Record<string, () => void> {
    return Object.fromEntries(
      this.#travelling.map((one, i) => [
        `${i}: ${one.message.type} comes to ${one.to} and will come again`,
        () => this.#arrive(one),
      ]),
    )
  }

  #arrive({ to, message }: Travelling): void {
    if (to === 'orders') this.#hear(message as Stimulus)
    else this.#send(this.owners[to]?.hear(message) ?? [])
  }

  #hear(stimulus: Stimulus): void {
    const before = this.order
    const decision = decide(before, stimulus, now, deadlines)
    if ('ignored' in decision) return
    this.order = decision.order
    this.#say(decision.order, decision.messages)
    keepsItsWord(before, this.order)
  }

  #say(order: Order, emitted: Emitted[]): void {
    const firstSequence = this.said.length + 1
    expect(numbered(order, emitted).map(({ sequence }) => sequence)).toEqual(
      emitted.map((_, i) => firstSequence + i),
    )
    this.said.push(...emitted)
    this.#send(emitted)
  }

  #send(emitted: Emitted[]): void {
    for (const message of emitted)
      for (const to of messageTopics.find(({ name }) => name === messages[message.type].topic)?.consumers ??
        [])
        this.#travelling.push({ to, message })
  }
}

/** What holds from each step of an order to the next. */
function keepsItsWord(before: Order, after: Order): void {
  expect(after.total).toEqual(before.total)
  expect(after.journey.slice(0, before.journey.length)).toEqual(before.journey)
  expect(after.journey.map(({ position }) => position)).toEqual(after.journey.map((_, i) => i + 1))
  expect(after.cancelStage === undefined).toBe(after.status !== 'cancelling')
  if (isTerminal(before)) expect(after.status).toBe(before.status)
}

function keepsTheInvariants({ order, said, stock, payments, shipments }: World): void {
  const count = (type: Emitted['type']) => said.filter((message) => message.type === type).length
  const isApproved = count('OrderApproved') === 1
  const cancellation = said.find(({ type }) => type === 'OrderCancelled')?.data

  expect(terminalStatuses).toContain(order.status)
  expect(order.deadlineAt).toBeUndefined()
  expect(count('OrderApproved') + count('OrderRejected')).toBeLessThanOrEqual(1)
  expect(count('OrderRejected')).toBe(order.status === 'rejected' ? 1 : 0)
  expect(count('OrderCancelled')).toBe(order.status === 'cancelled' ? 1 : 0)
  if (isApproved && order.status === 'cancelled') expect(cancellation).toHaveProperty('refunded', order.total)

  expect(payments.charges).toBeLessThanOrEqual(1)
  if (order.status === 'delivered') {
    expect(isApproved).toBe(true)
    expect(payments.held).toBe(payments.returnedByHand ? 0 : order.total.amount)
    expect(shipments.status).toBe('delivered')
    expect(stock.status).toBe('picked')
  } else {
    expect(payments.held).toBe(0)
    expect(['none', 'cancelled', 'failed']).toContain(shipments.status)
    expect(['ended', 'unavailable']).toContain(stock.status)
  }
}

const choice = fc.nat({ max: 10_000 })
const what = fc.oneof(
  { weight: 16, arbitrary: fc.constant('event' as const) },
  { weight: 3, arbitrary: fc.constant('duplicate' as const) },
  { weight: 1, arbitrary: fc.constant('wish' as const) },
  { weight: 1, arbitrary: fc.constant('deadline' as const) },
)
const anyWorld = fc.record({
  answer: fc.oneof(
    { weight: 8, arbitrary: fc.constant('held' as const) },
    { weight: 1, arbitrary: fc.constantFrom('short' as const, 'dearer' as const) },
  ),
  wild: fc.array(fc.record({ what, choice }), { maxLength: 60, size: 'max' }),
  calm: fc.array(choice, { minLength: 1, maxLength: 20 }),
})

it('any order ends, and keeps the invariants, however messages travel and whatever happens meanwhile', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyWorld, ({ answer, wild, calm }) => {
      const world = new World(answer)
      try {
        for (const step of wild) world.step(step)
        for (let step = 0; !world.isAtRest && step < MOST_STEPS_TO_REST; step += 1)
          world.calmStep(calm[step % calm.length] ?? 0)
        keepsTheInvariants(world)
      } catch (error) {
        throw new Error(`stock answers ${answer}\n${world.story.join('\n')}\n→ ${world.order.status}`, {
          cause: error,
        })
      }
      for (const { type } of world.order.journey) seen.add(type)
      seen.add(world.order.status)
    }),
    { numRuns: 2_000 },
  )
  // The models are worth something only if they lead everywhere.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...terminalStatuses,
      'CancelShipment',
      'CancelPayment',
      'RefundPayment',
      'ShipmentFailed',
    ]),
  )
})

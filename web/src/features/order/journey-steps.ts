import type { JourneyEntry, Order } from '@aos/contracts/http'
import { type JourneyEntryType, type JourneyStep, journey } from '@aos/contracts/journey'
import { orderLater as words } from '../../shared/messages/order-later.ts'
import { entryTitle, troubles } from './entry-titles.ts'

type StepState = 'done' | 'now' | 'next' | 'skipped'

export interface DrawnStep {
  doneBy: JourneyEntryType
  title: string
  state: StepState
  trouble: boolean
  /** Number and parties as in the architecture's journey, where it has them. */
  numbers?: string
  parties?: string
  done?: { at: string; sinceMs: number; note: string | undefined }
}

type Step = Pick<JourneyStep, 'doneBy'> & Partial<JourneyStep>

const afterTheJourney: Step[] = [
  { doneBy: 'ShipmentDispatched', from: 'carrier', to: 'customer' },
  { doneBy: 'ShipmentDelivered', from: 'carrier', to: 'customer' },
]
const goodWay: Step[] = [...journey, ...afterTheJourney]

const closingStatuses: Order['status'][] = ['rejected', 'cancelling', 'cancelled']

/** What happened, as it happened; then what happens now; then what comes next, or never will. */
export function journeySteps(order: Order): DrawnStep[] {
  const firsts = firstOfEachType(order.journey)
  const pending = goodWay.filter((step) => !firsts.has(step.doneBy))
  return [...happened(order, firsts), ...closing(order, firsts), ...pending.map(statesIn(order, pending))]
}

function happened(order: Order, firsts: Map<JourneyEntryType, JourneyEntry>): DrawnStep[] {
  return order.journey.flatMap((entry) => {
    const onTheWay = goodWay.filter((step) => step.doneBy === entry.type && firsts.get(entry.type) === entry)
    const steps = onTheWay.length ? onTheWay : [{ doneBy: entry.type }]
    return steps.map((step) => ({
      ...drawn(step, 'done'),
      done: { at: entry.at, sinceMs: millisecondsBetween(order.placedAt, entry.at), note: entry.note },
    }))
  })
}

/** Being cancelled has no step of its own on the good way. */
function closing(order: Order, firsts: Map<JourneyEntryType, JourneyEntry>): DrawnStep[] {
  if (order.status !== 'cancelling' || firsts.has('OrderCancelled')) return []
  return [drawn({ doneBy: 'OrderCancelled' }, 'now')]
}

function statesIn(order: Order, pending: Step[]): (step: Step) => DrawnStep {
  if (closingStatuses.includes(order.status)) return (step) => drawn(step, 'skipped')
  const [first] = pending
  return (step) => drawn(step, step === first || runsBeside(step, first) ? 'now' : 'next')
}

/** Steps of one number happen in parallel. */
const runsBeside = (step: Step, other: Step | undefined): boolean =>
  step.steps !== undefined && step.steps === other?.steps

const drawn = ({ doneBy, title, steps, from, to }: Step, state: StepState): DrawnStep => ({
  doneBy,
  title: title ? words.operators.step(title) : entryTitle(doneBy),
  state,
  trouble: troubles.has(doneBy),
  ...(steps && { numbers: steps }),
  ...(from && to && { parties: `${from} → ${to}` }),
})

function firstOfEachType(entries: JourneyEntry[]): Map<JourneyEntryType, JourneyEntry> {
  return new Map(entries.toReversed().map((entry) => [entry.type, entry]))
}

const millisecondsBetween = (from: string, to: string): number =>
  Math.max(0, Date.parse(to) - Date.parse(from))

import type { Order } from '@aos/contracts/http'
import { Icon } from '../../shared/ui/icon.tsx'
import { type DrawnStep, journeySteps } from './journey-steps.ts'
import { clockText, sinceText } from './times.ts'

export const JourneyList = ({ order }: { order: Order }) => (
  <ol>
    {journeySteps(order).map((step, index) => (
      <JourneyItem key={`${step.title}-${step.done?.at ?? index}`} step={step} />
    ))}
  </ol>
)

const stateWords = { done: 'Done', now: 'Happening now', next: 'To come', skipped: 'Will not happen' }

const JourneyItem = ({ step }: { step: DrawnStep }) => (
  <li
    data-step={step.doneBy}
    data-state={step.state}
    aria-current={step.state === 'now' ? 'step' : undefined}
    className="group relative grid grid-cols-[2rem_1fr_auto] gap-x-4 pb-6 last:pb-0 data-[state=done]:animate-arrive"
  >
    <Thread state={step.state} />
    <Dot step={step} />
    <div className="pt-0.5 group-data-[state=next]:text-muted group-data-[state=skipped]:text-muted">
      <p className="leading-snug font-semibold group-data-[state=next]:font-normal group-data-[state=skipped]:font-normal group-data-[state=skipped]:line-through">
        <span className="sr-only">{stateWords[step.state]}: </span>
        {step.title}
      </p>
      <p className="text-sm text-muted">
        {step.state === 'now' && <span className="font-medium text-ink">in progress · </span>}
        {[step.numbers, step.parties, step.done?.note].filter(Boolean).join(' · ')}
      </p>
    </div>
    {step.done && (
      <p className="pt-0.5 text-right leading-snug tabular-nums">
        <span className="block font-medium">{sinceText(step.done.sinceMs)}</span>
        <time dateTime={step.done.at} className="text-sm text-muted">
          {clockText(step.done.at)}
        </time>
      </p>
    )}
  </li>
)

/** The line from this step's dot to the next one's. */
const Thread = ({ state }: Pick<DrawnStep, 'state'>) => (
  <span
    aria-hidden="true"
    className={`absolute top-8 bottom-0 left-4 -translate-x-1/2 group-last:hidden ${
      state === 'done' ? 'w-0.5 bg-accent/45' : 'border-l-2 border-dotted border-line'
    }`}
  />
)

const dots = {
  done: 'bg-accent text-on-accent',
  trouble: 'bg-trouble text-surface',
  now: 'border-2 border-now bg-now-soft',
  next: 'border-2 border-line',
  skipped: 'border-2 border-dashed border-line',
}

const Dot = ({ step: { state, trouble } }: { step: DrawnStep }) => (
  <span
    aria-hidden="true"
    className={`grid size-8 place-items-center rounded-full ${dots[trouble && state === 'done' ? 'trouble' : state]}`}
  >
    {state === 'done' && <Icon name={trouble ? 'cross' : 'check'} className="size-4.5" />}
    {state === 'now' && <span className="size-3 animate-breathe rounded-full bg-now" />}
  </span>
)

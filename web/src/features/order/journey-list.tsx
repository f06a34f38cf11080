import type { Order } from '@aos/contracts/http'
import { order as words } from '../../shared/messages/order.ts'
import { orderLater as later } from '../../shared/messages/order-later.ts'
import { clockText, sinceText } from './exact-times.ts'
import { type DrawnStep, journeySteps } from './journey-steps.ts'
import { StepDot, StepThread } from './step-marks.tsx'

export const JourneyList = ({ order }: { order: Order }) => (
  <ol>
    {journeySteps(order).map((step, index) => (
      <JourneyItem key={`${step.title}-${step.done?.at ?? index}`} step={step} />
    ))}
  </ol>
)

const JourneyItem = ({ step }: { step: DrawnStep }) => (
  <li
    data-step={step.doneBy}
    data-state={step.state}
    aria-current={step.state === 'now' ? 'step' : undefined}
    className="group relative grid grid-cols-[2rem_1fr_auto] gap-x-4 pb-6 last:pb-0 data-[state=done]:animate-arrive"
  >
    <StepThread isDone={step.state === 'done'} />
    <StepDot look={step.trouble && step.state === 'done' ? 'trouble' : step.state} />
    <div className="pt-0.5 group-data-[state=next]:text-muted group-data-[state=skipped]:text-muted">
      <p className="leading-snug font-semibold group-data-[state=next]:font-normal group-data-[state=skipped]:font-normal group-data-[state=skipped]:line-through">
        <span className="sr-only">{words.way.states[step.state]}: </span>
        {step.title}
      </p>
      <p className="text-sm text-muted">
        {step.state === 'now' && <span className="font-medium text-ink">{later.operators.inProgress}</span>}
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

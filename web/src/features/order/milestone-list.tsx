import type { Order } from '@aos/contracts/http'
import { order as words } from '../../shared/messages/order.ts'
import { type Milestone, milestones } from './milestones.ts'
import { StepDot, StepThread } from './step-marks.tsx'
import { timeText } from './times.ts'

export const MilestoneList = ({ order }: { order: Order }) => (
  <ol>
    {milestones(order).map((one) => (
      <MilestoneItem key={one.id} milestone={one} since={order.placedAt} />
    ))}
  </ol>
)

interface MilestoneItemProps {
  milestone: Milestone
  since: string
}

const MilestoneItem = ({
  milestone: { title, state, trouble = false, at, text },
  since,
}: MilestoneItemProps) => (
  <li
    data-milestone={state}
    aria-current={state === 'now' ? 'step' : undefined}
    className="group relative grid grid-cols-[2rem_1fr_auto] gap-x-4 pb-7 last:pb-0"
  >
    <StepThread isDone={state === 'done'} />
    <StepDot look={trouble ? 'trouble' : state} />
    <div className="pt-0.5">
      <p className={`leading-snug ${state === 'next' ? 'text-muted' : 'text-lg font-semibold'}`}>
        <span className="sr-only">{words.way.states[state]}: </span>
        {title}
      </p>
      {text && <p className="mt-1 text-sm text-muted">{text}</p>}
    </div>
    {at && (
      <time dateTime={at} className="pt-1 text-right text-sm leading-snug text-muted tabular-nums">
        {timeText(at, since)}
      </time>
    )}
  </li>
)

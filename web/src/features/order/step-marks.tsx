import { Icon } from '../../shared/ui/icon.tsx'

/** The line from a step's dot to the next one's. */
export const StepThread = ({ isDone }: { isDone: boolean }) => (
  <span
    aria-hidden="true"
    className={`absolute top-8 bottom-0 left-4 -translate-x-1/2 group-last:hidden ${
      isDone ? 'w-0.5 bg-accent/45' : 'border-l-2 border-dotted border-line'
    }`}
  />
)

const looks = {
  done: 'bg-accent text-on-accent',
  trouble: 'bg-trouble text-surface',
  now: 'border-2 border-now bg-now-soft',
  next: 'border-2 border-line',
  skipped: 'border-2 border-dashed border-line',
}

export const StepDot = ({ look }: { look: keyof typeof looks }) => (
  <span
    aria-hidden="true"
    className={`grid size-8 place-items-center rounded-full transition-colors duration-500 ${looks[look]}`}
  >
    {look === 'done' && <Icon name="check" className="size-4.5" />}
    {look === 'trouble' && <Icon name="cross" className="size-4.5" />}
    {look === 'now' && <span className="size-3 animate-breathe rounded-full bg-now" />}
  </span>
)

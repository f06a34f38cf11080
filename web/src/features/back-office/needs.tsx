import type { Need } from '@aos/contracts/back-office-orders'
import { needNames } from './words.ts'

const looks: Record<Need, string> = {
  overdue: 'bg-trouble-soft text-trouble-strong',
  stuck: 'bg-trouble-soft text-trouble-strong',
  refund: 'bg-now-soft text-now-strong',
}

export const Needs = ({ needs }: { needs: Need[] }) =>
  needs.map((need) => (
    <span
      key={need}
      className={`mr-1 inline-block rounded-full whitespace-nowrap px-2.5 text-sm font-semibold ${looks[need]}`}
    >
      {needNames[need]}
    </span>
  ))

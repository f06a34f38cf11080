import type { ReactNode } from 'react'

interface NoticeProps {
  title: string
  children?: ReactNode
  tone?: 'plain' | 'trouble'
  /** Read out at once when it appears. */
  alert?: boolean
}

const tones = {
  plain: 'border-line bg-sunken',
  trouble: 'border-trouble/40 bg-trouble-soft',
}

export const Notice = ({ title, children, tone = 'plain', alert = false }: NoticeProps) => (
  <div role={alert ? 'alert' : undefined} className={`rounded-2xl border p-5 ${tones[tone]}`}>
    <p className="font-semibold">{title}</p>
    {children && <div className="mt-1 text-muted">{children}</div>}
  </div>
)

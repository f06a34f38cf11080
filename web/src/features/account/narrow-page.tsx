import type { ReactNode } from 'react'
import { PageHeading } from '../../shared/ui/page-heading.tsx'

interface NarrowPageProps {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** A page with one form. */
export const NarrowPage = ({ title, lead, children }: NarrowPageProps) => (
  <div className="mx-auto grid max-w-md gap-6 pt-10 sm:pt-16">
    <PageHeading title={title}>{title}</PageHeading>
    {lead && <p className="text-lg text-muted">{lead}</p>}
    {children}
  </div>
)

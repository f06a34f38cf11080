import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** The page's heading. */
  heading: ReactNode
  text: string
  children: ReactNode
}

export const EmptyState = ({ heading, text, children }: EmptyStateProps) => (
  <div className="mx-auto flex max-w-lg flex-col items-center py-16 text-center sm:py-24">
    {heading}
    <p className="mt-4 text-lg text-muted">{text}</p>
    <div className="mt-8 flex flex-wrap justify-center gap-3">{children}</div>
  </div>
)

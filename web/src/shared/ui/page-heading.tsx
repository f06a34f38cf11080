import type { ReactNode } from 'react'

interface PageHeadingProps {
  children: ReactNode
  /** In the browser's tab, where the heading alone would not say enough. */
  title: string
  className?: string
}

/** The page's first heading, which takes the focus when the page is opened from another one. */
export const PageHeading = ({ children, title, className = '' }: PageHeadingProps) => (
  <>
    <title>{`${title} · Awesome Online Store`}</title>
    <h1 tabIndex={-1} className={`text-4xl font-semibold wrap-anywhere sm:text-5xl ${className}`}>
      {children}
    </h1>
  </>
)

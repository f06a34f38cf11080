import type { ComponentProps, ReactNode } from 'react'

interface TableProps {
  caption: string
  head: ReactNode
  children: ReactNode
}

/** A table that scrolls sideways for itself where it is wider than the screen. */
export const Table = ({ caption, head, children }: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
  <section tabIndex={0} aria-label={caption} className="card overflow-x-auto">
    <table className="w-full text-left tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-line text-sm text-muted">
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
)

export const Head = ({ className = '', ...rest }: ComponentProps<'th'>) => (
  <th scope="col" {...rest} className={`px-4 py-3 font-medium first:pl-5 last:pr-5 ${className}`} />
)

export const Cell = ({ className = '', ...rest }: ComponentProps<'td'>) => (
  <td {...rest} className={`px-4 py-3 align-middle first:pl-5 last:pr-5 ${className}`} />
)

export const Row = ({ className = '', ...rest }: ComponentProps<'tr'>) => (
  <tr {...rest} className={`border-b border-line last:border-0 hover:bg-sunken/50 ${className}`} />
)

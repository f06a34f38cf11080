import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { catalogue } from '../../shared/messages/catalogue.ts'

/** The way back up from a page of the catalogue. */
export const Breadcrumb = ({ children }: { children?: ReactNode }) => (
  <nav aria-label={catalogue.breadcrumb} className="pt-6 text-sm sm:pt-9">
    <ol className="flex flex-wrap gap-x-2 text-muted">
      <li>
        <Link to="/" className="underline-offset-4 hover:underline">
          {catalogue.shop}
        </Link>
      </li>
      {children && <li className="before:mr-2 before:text-strong-line before:content-['/']">{children}</li>}
    </ol>
  </nav>
)

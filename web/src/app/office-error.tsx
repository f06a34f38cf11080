import type { ErrorComponentProps } from '@tanstack/react-router'
import { RouteError } from './route-error.tsx'
import { NotStaff } from './staff-first.ts'
import { StaffOnly } from './staff-only.tsx'

export const OfficeError = (props: ErrorComponentProps) =>
  props.error instanceof NotStaff ? (
    <StaffOnly />
  ) : (
    <main className="page-width grow">
      <RouteError {...props} />
    </main>
  )

import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { sessionQuery } from '../shared/api/get-session.ts'
import { Icon } from '../shared/ui/icon.tsx'
import { useFocusOnNavigation } from './focus-on-navigation.ts'

const places = [
  { to: '/admin/orders', name: 'Orders' },
  { to: '/admin/products', name: 'Products' },
  { to: '/admin/changes', name: 'Changes' },
  { to: '/admin/dead-letters', name: 'Dead letters' },
] as const

export function OfficeLayout() {
  useFocusOnNavigation()
  const { data: session } = useQuery(sessionQuery)
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-full bg-ink px-5 py-3 text-paper focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-10"
      >
        Skip to the content
      </a>
      <header className="border-b border-line bg-sunken">
        <div className="page-width flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
          <Link to="/admin" className="font-display text-xl font-semibold tracking-tight">
            Back office
          </Link>
          <nav
            aria-label="Back office"
            className="flex flex-wrap gap-1 max-sm:order-last max-sm:-mx-3 max-sm:w-full"
          >
            {places.map(({ to, name }) => (
              <Link
                key={to}
                to={to}
                className="flex min-h-11 items-center rounded-full px-4 font-medium hover:bg-surface data-[status=active]:bg-surface data-[status=active]:font-semibold data-[status=active]:text-accent"
              >
                {name}
              </Link>
            ))}
          </nav>
          <p className="flex items-center gap-4 text-sm text-muted">
            <span className="max-lg:sr-only">{session?.account?.email}</span>
            <Link to="/" className="flex min-h-11 items-center gap-1.5 font-medium text-ink hover:underline">
              <Icon name="back" className="size-4" /> To the shop
            </Link>
          </p>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page-width grow pb-24 focus:outline-none">
        <Outlet />
      </main>
    </>
  )
}

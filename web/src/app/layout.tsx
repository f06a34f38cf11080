import { Link, Outlet } from '@tanstack/react-router'
import { AccountLink } from '../features/account/account-link.tsx'
import { CartLink } from '../features/cart/cart-link.tsx'
import { SearchBox } from '../features/catalogue/search-box.tsx'
import { shell } from '../shared/messages/shell.ts'
import { useFocusOnNavigation } from './focus-on-navigation.ts'
import { LanguageChoice } from './language-choice.tsx'

export function Layout() {
  useFocusOnNavigation()
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-full bg-ink px-5 py-3 text-paper focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-10"
      >
        {shell.skip}
      </a>
      <header className="border-b border-line">
        <div className="page-width flex min-h-18 flex-wrap items-center md:flex-nowrap justify-between gap-x-2 gap-y-2 sm:gap-x-6 max-md:py-3">
          <Link
            to="/"
            className="font-display text-[1.1rem] leading-tight font-semibold tracking-tight whitespace-nowrap sm:text-2xl"
          >
            Awesome <span className="text-muted italic">Online Store</span>
          </Link>
          <div className="min-w-0 grow max-md:order-last max-md:basis-full md:max-w-md">
            <SearchBox />
          </div>
          <nav aria-label={shell.mainNavigation} className="flex shrink-0 items-center">
            <AccountLink />
            <CartLink />
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page-width grow pb-24 focus:outline-none">
        <Outlet />
      </main>
      <footer className="border-t border-line">
        <div className="page-width flex flex-wrap justify-between gap-x-8 gap-y-2 py-8 text-sm text-muted">
          <p>{shell.promise}</p>
          <p>{shell.cards}</p>
          <LanguageChoice />
        </div>
      </footer>
    </>
  )
}

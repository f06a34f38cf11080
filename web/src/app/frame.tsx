import { Outlet, useLocation } from '@tanstack/react-router'
import { Layout } from './layout.tsx'

/** The back office has a frame of its own, which comes with its pages, in English. */
export function Frame() {
  const isOffice = useLocation({ select: ({ pathname }) => /^\/admin(\/|$)/.test(pathname) })
  if (!isOffice) return <Layout />
  return (
    <div lang="en" className="contents">
      <Outlet />
    </div>
  )
}

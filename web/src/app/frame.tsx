import { Outlet, useLocation } from '@tanstack/react-router'
import { Layout } from './layout.tsx'

/** The back office has a frame of its own, which comes with its pages. */
export function Frame() {
  const isOffice = useLocation({ select: ({ pathname }) => /^\/admin(\/|$)/.test(pathname) })
  return isOffice ? <Outlet /> : <Layout />
}

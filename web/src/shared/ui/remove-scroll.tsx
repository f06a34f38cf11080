import { type ElementType, type ReactNode, useEffect } from 'react'

interface RemoveScrollProps {
  as: ElementType<{ children: ReactNode }>
  children: ReactNode
}

/**
 * Stands in for react-remove-scroll (see vite.config.ts), by which Radix keeps the page behind a dialog still:
 * the original writes a style element, which the content security policy forbids.
 */
export function RemoveScroll({ as: Content, children }: RemoveScrollProps) {
  useEffect(() => {
    const { style } = document.documentElement
    style.overflow = 'hidden'
    style.scrollbarGutter = 'stable'
    return () => {
      style.overflow = ''
      style.scrollbarGutter = ''
    }
  }, [])
  return <Content>{children}</Content>
}

import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Who does not see the page change hears its heading, and goes on from there. */
export function useFocusOnNavigation(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main')
        heading?.focus({ preventScroll: true })
      }),
    [router],
  )
}

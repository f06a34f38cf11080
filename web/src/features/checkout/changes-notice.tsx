import { Link } from '@tanstack/react-router'
import { type Ref, useEffect, useRef } from 'react'
import { money } from '../../shared/format.ts'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import type { Change } from './review-changes.ts'

interface ChangesNoticeProps {
  changes: readonly Change[]
  /** Something in the cart cannot be had as it is. */
  hasTrouble: boolean
}

/** What the shop changed while somebody was about to order, and how to go on; it takes the focus when it comes. */
export function ChangesNotice({ changes, hasTrouble }: ChangesNoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  const what = `${hasTrouble}${changes.map(textOf).join()}`
  const isThere = hasTrouble || changes.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when there is something new
  useEffect(() => {
    if (isThere) box.current?.focus()
  }, [what])
  if (!isThere) return null
  return (
    <Box ref={box}>
      {changes.length > 0 && (
        <Notice alert title={words.changed.title}>
          <ul className="grid gap-1">
            {changes.map((change) => (
              <li key={change.what}>{textOf(change)}</li>
            ))}
          </ul>
          <p className="mt-2">{words.changed.goOn}</p>
        </Notice>
      )}
      {hasTrouble && (
        <Notice alert tone="trouble" title={words.gone.title}>
          <p>
            {words.gone.beforeLink}
            <Link to="/cart" className="font-medium text-ink underline underline-offset-4">
              {words.gone.link}
            </Link>
            {words.gone.afterLink}
          </p>
        </Notice>
      )}
    </Box>
  )
}

const textOf = ({ what, before, now }: Change): string => words.changed.price(what, money(now), money(before))

const Box = ({ ref, children }: { ref: Ref<HTMLDivElement>; children: React.ReactNode }) => (
  <div ref={ref} tabIndex={-1} className="mb-8 grid gap-4 focus:outline-none">
    {children}
  </div>
)

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { verifyEmail } from './api/verify-email.ts'
import { linkToken } from './link-token.ts'
import { NarrowPage } from './narrow-page.tsx'

/** Opened from an e-mail: verifies at once, since the shopper has already clicked. */
export function VerifyEmail() {
  const client = useQueryClient()
  const [token] = useState(linkToken)
  const { mutate, isSuccess, error } = useMutation({
    mutationFn: () => verifyEmail(token),
    onSuccess: () => client.invalidateQueries(sessionQuery),
  })
  useEffect(() => mutate(), [mutate])

  if (isSuccess)
    return (
      <NarrowPage
        title="Your address is verified"
        lead="What you ordered with it as a guest is among your orders now."
      >
        <Link to="/account/orders" className={buttonClass()}>
          Your orders
        </Link>
      </NarrowPage>
    )
  if (error)
    return (
      <NarrowPage title="That did not work" lead={error.message}>
        <Link to="/account" className={buttonClass()}>
          To your account
        </Link>
      </NarrowPage>
    )
  return (
    <NarrowPage title="Verifying your address…">
      <p role="status" className="text-muted">
        One moment, please.
      </p>
    </NarrowPage>
  )
}

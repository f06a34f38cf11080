import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { account } from '../../shared/messages/account.ts'
import { shell } from '../../shared/messages/shell.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { verifyEmail } from './api/verify-email.ts'
import { linkToken } from './link-token.ts'
import { NarrowPage } from './narrow-page.tsx'

/** Opened from an e-mail: verifies at once, since the shopper has already clicked. */
export function VerifyEmail() {
  const words = account.verify
  const client = useQueryClient()
  const [token] = useState(linkToken)
  const { mutate, isSuccess, error } = useMutation({
    mutationFn: () => verifyEmail(token),
    onSuccess: () => client.invalidateQueries(sessionQuery),
  })
  useEffect(() => mutate(), [mutate])

  if (isSuccess)
    return (
      <NarrowPage title={words.done} lead={words.lead}>
        <Link to="/account/orders" className={buttonClass()}>
          {account.yourOrders}
        </Link>
      </NarrowPage>
    )
  if (error)
    return (
      <NarrowPage title={shell.failure.heading} lead={error.message}>
        <Link to="/account" className={buttonClass()}>
          {words.toAccount}
        </Link>
      </NarrowPage>
    )
  return (
    <NarrowPage title={words.waiting}>
      <p role="status" className="text-muted">
        {words.patience}
      </p>
    </NarrowPage>
  )
}

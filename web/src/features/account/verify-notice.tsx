import { useMutation } from '@tanstack/react-query'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { requestVerification } from './api/request-verification.ts'

export function VerifyNotice({ email }: { email: string }) {
  const ask = useMutation({ mutationFn: requestVerification })
  return (
    <Notice title="Please verify your e-mail address">
      <p>We sent a link to {email}. Once you opened it, you also see here what you ordered as a guest.</p>
      <p role="status" className="mt-2">
        {ask.isSuccess && 'The link is on its way once more.'}
        {ask.isError && ask.error.message}
      </p>
      {!ask.isSuccess && (
        <Button look="quiet" className="mt-3" onClick={() => ask.mutate()} disabled={ask.isPending}>
          Send it again
        </Button>
      )}
    </Notice>
  )
}

import { useMutation } from '@tanstack/react-query'
import { account } from '../../shared/messages/account.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { requestVerification } from './api/request-verification.ts'

export function VerifyNotice({ email }: { email: string }) {
  const words = account.verifyNotice
  const ask = useMutation({ mutationFn: requestVerification })
  return (
    <Notice title={words.title}>
      <p>{words.text(email)}</p>
      <p role="status" className="mt-2">
        {ask.isSuccess && words.sent}
        {ask.isError && ask.error.message}
      </p>
      {!ask.isSuccess && (
        <Button look="quiet" className="mt-3" onClick={() => ask.mutate()} disabled={ask.isPending}>
          {words.again}
        </Button>
      )}
    </Notice>
  )
}

import { useMutation } from '@tanstack/react-query'
import { account } from '../../shared/messages/account.ts'
import { shell } from '../../shared/messages/shell.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { beginProviderSignIn } from './api/begin-provider-sign-in.ts'

interface ProviderButtonProps {
  name: string
  to: string
}

/** Leaves the shop for the company that vouches for the person, which sends them back. */
export function ProviderButton({ name, to }: ProviderButtonProps) {
  const begin = useMutation({
    mutationFn: () => beginProviderSignIn(to),
    onSuccess: ({ url }) => window.location.assign(url),
  })
  return (
    <>
      <Button look="quiet" onClick={() => begin.mutate()} disabled={begin.isPending}>
        {account.signIn.with(name)}
      </Button>
      {begin.isError && (
        <Notice alert tone="trouble" title={shell.failure.heading}>
          {begin.error.message}
        </Notice>
      )}
    </>
  )
}

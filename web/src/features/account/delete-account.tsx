import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { account } from '../../shared/messages/account.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { deleteAccount } from './api/delete-account.ts'
import { NarrowPage } from './narrow-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useSessionChange } from './use-session-change.ts'

export function DeleteAccount() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const words = account.deletion
  const change = useSessionChange()
  const hasPassword = session.account?.hasPassword ?? true
  const { field, ...frame } = useForm({
    initial: { password: '' },
    schema: async () => {
      const { DeleteAccount } = await import('@aos/contracts/account')
      return hasPassword ? DeleteAccount.required() : DeleteAccount
    },
    bodyOf: ({ password }) => ({ password: password || undefined }),
    remedies: { password: account.enterPassword },
    send: ({ password }) => deleteAccount(hasPassword ? password : undefined),
    onDone: () => change({ ...session, account: undefined }, '/'),
  })
  return (
    <NarrowPage title={account.deleteYourAccount} lead={words.lead}>
      <p className="text-muted">{words.underWay}</p>
      <FormFrame {...frame} look="danger" action={words.action} sending={words.sending}>
        {hasPassword && (
          <PasswordField {...field('password')} label={account.password} autoComplete="current-password" />
        )}
      </FormFrame>
      <Link to="/account" className={buttonClass('quiet')}>
        {words.keep}
      </Link>
    </NarrowPage>
  )
}

import { DeleteAccount as DeleteAccountBody } from '@aos/contracts/account'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { deleteAccount } from './api/delete-account.ts'
import { NarrowPage } from './narrow-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useSessionChange } from './use-session-change.ts'

export function DeleteAccount() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const change = useSessionChange()
  const hasPassword = session.account?.hasPassword ?? true
  const { field, ...frame } = useForm({
    initial: { password: '' },
    schema: hasPassword ? DeleteAccountBody.required() : DeleteAccountBody,
    bodyOf: ({ password }) => ({ password: password || undefined }),
    remedies: { password: 'Please enter your password.' },
    send: ({ password }) => deleteAccount(hasPassword ? password : undefined),
    onDone: () => change({ ...session, account: undefined }, '/'),
  })
  return (
    <NarrowPage
      title="Delete your account"
      lead="Your name, your addresses and your password are removed, and your orders no longer tell whose they were. This cannot be undone."
    >
      <p className="text-muted">Orders that are on their way still reach you; then we forget you.</p>
      <FormFrame {...frame} look="danger" action="Delete my account for good" sending="Deleting…">
        {hasPassword && (
          <PasswordField {...field('password')} label="Password" autoComplete="current-password" />
        )}
      </FormFrame>
      <Link to="/account" className={buttonClass('quiet')}>
        Keep my account
      </Link>
    </NarrowPage>
  )
}

import { ResetPassword as ResetPasswordBody } from '@aos/contracts/account'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { resetPassword } from './api/reset-password.ts'
import { linkToken } from './link-token.ts'
import { NarrowPage } from './narrow-page.tsx'
import { PasswordField } from './password-field.tsx'

export function ResetPassword() {
  const [token] = useState(linkToken)
  const [isDone, setDone] = useState(false)
  const { field, ...frame } = useForm({
    initial: { password: '' },
    schema: ResetPasswordBody.pick({ password: true }),
    remedies: { password: 'Please take at least 10 characters.' },
    send: ({ password }) => resetPassword(token, password),
    onDone: () => setDone(true),
  })
  if (isDone)
    return (
      <NarrowPage
        title="Your password is changed"
        lead="Whoever was signed in with the old one no longer is."
      >
        <Link to="/account/sign-in" className={buttonClass()}>
          Sign in
        </Link>
      </NarrowPage>
    )
  return (
    <NarrowPage title="Choose a new password">
      {token === '' && (
        <Notice tone="trouble" title="This link is not complete">
          Please open it from the e-mail once more, or <AskAgain />.
        </Notice>
      )}
      <FormFrame {...frame} action="Change password" sending="Changing…">
        <PasswordField
          {...field('password')}
          label="New password"
          autoComplete="new-password"
          hint="At least 10 characters."
        />
      </FormFrame>
      <p className="text-muted">
        Is the link too old? <AskAgain />
      </p>
    </NarrowPage>
  )
}

const AskAgain = () => (
  <Link to="/account/forgot-password" className="underline underline-offset-4">
    Ask for a new one
  </Link>
)

import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { account } from '../../shared/messages/account.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { resetPassword } from './api/reset-password.ts'
import { linkToken } from './link-token.ts'
import { NarrowPage } from './narrow-page.tsx'
import { PasswordField } from './password-field.tsx'

export function ResetPassword() {
  const words = account.reset
  const [token] = useState(linkToken)
  const [isDone, setDone] = useState(false)
  const { field, ...frame } = useForm({
    initial: { password: '' },
    schema: async () => (await import('@aos/contracts/account')).ResetPassword.pick({ password: true }),
    remedies: { password: account.tenCharacters },
    send: ({ password }) => resetPassword(token, password),
    onDone: () => setDone(true),
  })
  if (isDone)
    return (
      <NarrowPage title={words.done} lead={words.lead}>
        <Link to="/account/sign-in" className={buttonClass()}>
          {account.signIn.title}
        </Link>
      </NarrowPage>
    )
  return (
    <NarrowPage title={words.title}>
      {token === '' && (
        <Notice tone="trouble" title={words.incomplete}>
          {words.openAgain} <AskAgain>{words.orAsk}</AskAgain>.
        </Notice>
      )}
      <FormFrame {...frame} action={words.action} sending={words.sending}>
        <PasswordField
          {...field('password')}
          label={words.password}
          autoComplete="new-password"
          hint={words.hint}
        />
      </FormFrame>
      <p className="text-muted">
        {words.tooOld} <AskAgain>{words.ask}</AskAgain>
      </p>
    </NarrowPage>
  )
}

const AskAgain = ({ children }: { children: string }) => (
  <Link to="/account/forgot-password" className="underline underline-offset-4">
    {children}
  </Link>
)

import { RequestPasswordReset } from '@aos/contracts/account'
import { useState } from 'react'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import { requestPasswordReset } from './api/request-password-reset.ts'
import { NarrowPage } from './narrow-page.tsx'

export function ForgotPassword() {
  const [sentTo, setSentTo] = useState<string>()
  const { field, ...frame } = useForm({
    initial: { email: '' },
    schema: RequestPasswordReset,
    remedies: { email: 'Please enter the e-mail address of your account.' },
    send: ({ email }) => requestPasswordReset(email),
    onDone: (_, { email }) => setSentTo(email),
  })
  return (
    <NarrowPage title="Forgot your password?" lead="We send you a link with which you choose a new one.">
      <div role="status">
        {sentTo && (
          <Notice title="Look into your e-mails">
            If there is an account with {sentTo}, a link is on its way. It works for an hour.
          </Notice>
        )}
      </div>
      <FormFrame {...frame} action="Send the link" sending="Sending…">
        <TextField
          {...field('email')}
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="username"
        />
      </FormFrame>
    </NarrowPage>
  )
}

import { useState } from 'react'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { account } from '../../shared/messages/account.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import { requestPasswordReset } from './api/request-password-reset.ts'
import { NarrowPage } from './narrow-page.tsx'

export function ForgotPassword() {
  const words = account.forgot
  const [sentTo, setSentTo] = useState<string>()
  const { field, ...frame } = useForm({
    initial: { email: '' },
    schema: async () => (await import('@aos/contracts/account')).RequestPasswordReset,
    remedies: { email: words.enterEmail },
    send: ({ email }) => requestPasswordReset(email),
    onDone: (_, { email }) => setSentTo(email),
  })
  return (
    <NarrowPage title={words.title} lead={words.lead}>
      <div role="status">{sentTo && <Notice title={words.sent}>{words.sentTo(sentTo)}</Notice>}</div>
      <FormFrame {...frame} action={words.action} sending={words.sending}>
        <TextField
          {...field('email')}
          label={account.email}
          type="email"
          inputMode="email"
          autoComplete="username"
        />
      </FormFrame>
    </NarrowPage>
  )
}

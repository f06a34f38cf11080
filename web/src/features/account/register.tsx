import { Link } from '@tanstack/react-router'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { account } from '../../shared/messages/account.ts'
import { TextField } from '../../shared/ui/text-field.tsx'
import { register } from './api/register.ts'
import { NarrowPage } from './narrow-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useSessionChange } from './use-session-change.ts'

export function Register({ to }: { to: string }) {
  const words = account.register
  const change = useSessionChange()
  const { field, ...frame } = useForm({
    initial: { name: '', email: '', password: '' },
    schema: async () => (await import('@aos/contracts/account')).Register,
    remedies: {
      name: words.enterName,
      email: words.enterEmail,
      password: account.tenCharacters,
    },
    send: register,
    onDone: (session) => change(session, to),
  })
  return (
    <NarrowPage title={account.createAnAccount} lead={words.lead}>
      <FormFrame {...frame} action={words.action} sending={words.sending}>
        <TextField {...field('name')} label={words.name} autoComplete="name" maxLength={100} />
        <TextField
          {...field('email')}
          label={account.email}
          type="email"
          inputMode="email"
          autoComplete="username"
          maxLength={254}
        />
        <PasswordField
          {...field('password')}
          label={account.password}
          autoComplete="new-password"
          hint={words.hint}
        />
      </FormFrame>
      <p>
        {words.known}{' '}
        <Link to="/account/sign-in" search={{ to }} className="underline underline-offset-4">
          {account.signIn.title}
        </Link>
      </p>
    </NarrowPage>
  )
}

import { Register as RegisterBody } from '@aos/contracts/account'
import { Link } from '@tanstack/react-router'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { TextField } from '../../shared/ui/text-field.tsx'
import { register } from './api/register.ts'
import { NarrowPage } from './narrow-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useSessionChange } from './use-session-change.ts'

export function Register({ to }: { to: string }) {
  const change = useSessionChange()
  const { field, ...frame } = useForm({
    initial: { name: '', email: '', password: '' },
    schema: RegisterBody,
    remedies: {
      name: 'Please tell us your name.',
      email: 'Please enter an e-mail address such as name@example.com.',
      password: 'Please take at least 10 characters.',
    },
    send: register,
    onDone: (session) => change(session, to),
  })
  return (
    <NarrowPage title="Create an account" lead="It keeps your orders and addresses in one place.">
      <FormFrame {...frame} action="Create account" sending="Creating your account…">
        <TextField {...field('name')} label="Name" autoComplete="name" maxLength={100} />
        <TextField
          {...field('email')}
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="username"
          maxLength={254}
        />
        <PasswordField
          {...field('password')}
          label="Password"
          autoComplete="new-password"
          hint="At least 10 characters. A few words that only you put together are good."
        />
      </FormFrame>
      <p>
        Have an account?{' '}
        <Link to="/account/sign-in" search={{ to }} className="underline underline-offset-4">
          Sign in
        </Link>
      </p>
    </NarrowPage>
  )
}

import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { account } from '../../shared/messages/account.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import { signIn } from './api/sign-in.ts'
import { NarrowPage } from './narrow-page.tsx'
import { PasswordField } from './password-field.tsx'
import { ProviderButton } from './provider-button.tsx'
import { useSessionChange } from './use-session-change.ts'

interface SignInProps {
  /** Where to go on. */
  to: string
  /** What the provider said when it brought nobody back. */
  error: string | undefined
}

export function SignIn({ to, error }: SignInProps) {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const words = account.signIn
  const change = useSessionChange()
  const { field, ...frame } = useForm({
    initial: { email: '', password: '' },
    schema: async () => (await import('@aos/contracts/account')).SignIn,
    remedies: { email: words.enterEmail, password: account.enterPassword },
    send: signIn,
    onDone: (session) => change(session, to),
  })
  return (
    <NarrowPage title={words.title}>
      {error && (
        <Notice alert tone="trouble" title={words.providerFailed}>
          {words.tryAgain}
        </Notice>
      )}
      <FormFrame {...frame} action={words.action} sending={words.sending}>
        <TextField
          {...field('email')}
          label={account.email}
          type="email"
          inputMode="email"
          autoComplete="username"
        />
        <PasswordField {...field('password')} label={account.password} autoComplete="current-password" />
      </FormFrame>
      <Link to="/account/forgot-password" className="justify-self-start underline underline-offset-4">
        {words.forgot}
      </Link>
      {session.provider && <ProviderButton name={session.provider.name} to={to} />}
      <section aria-labelledby="new-here" className="card grid gap-3 p-6">
        <h2 id="new-here" className="text-2xl font-semibold">
          {words.newHere}
        </h2>
        <p className="text-muted">{words.whatFor}</p>
        <Link to="/account/register" search={{ to }} className={buttonClass('quiet')}>
          {account.createAnAccount}
        </Link>
      </section>
    </NarrowPage>
  )
}

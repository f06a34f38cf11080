import { type ComponentProps, useState } from 'react'
import { account } from '../../shared/messages/account.ts'
import { TextField } from '../../shared/ui/text-field.tsx'

type PasswordFieldProps = ComponentProps<typeof TextField>

/** Whoever can see what they type mistypes less; pasting and password managers work. */
export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setShown] = useState(false)
  return (
    <div className="relative">
      <TextField
        {...props}
        type={isShown ? 'text' : 'password'}
        maxLength={128}
        autoCapitalize="none"
        spellCheck={false}
      />
      <button
        type="button"
        aria-pressed={isShown}
        aria-label={account.showField(props.label)}
        onClick={() => setShown(!isShown)}
        className="absolute top-0 right-0 text-sm font-medium text-accent underline underline-offset-4"
      >
        {isShown ? account.hide : account.show}
      </button>
    </div>
  )
}

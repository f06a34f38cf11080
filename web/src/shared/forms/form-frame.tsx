import type { ComponentProps, ReactNode } from 'react'
import { shell } from '../messages/shell.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

interface FormFrameProps {
  form: ComponentProps<'form'>
  trouble: string | undefined
  isSending: boolean
  /** On the button, and while it is being sent. */
  action: string
  sending: string
  look?: ComponentProps<typeof Button>['look']
  children: ReactNode
}

/** Fields, what went wrong, and the button. */
export const FormFrame = ({ form, trouble, isSending, action, sending, look, children }: FormFrameProps) => (
  <form {...form} className="grid gap-4">
    {trouble && (
      <Notice alert tone="trouble" title={shell.failure.heading}>
        {trouble}
      </Notice>
    )}
    {children}
    <Button type="submit" look={look ?? 'primary'} className="mt-2 w-full" aria-disabled={isSending}>
      {isSending ? sending : action}
    </Button>
    <p aria-live="polite" className="sr-only">
      {isSending && sending}
    </p>
  </form>
)

import type { ComponentProps } from 'react'

type Look = 'primary' | 'quiet' | 'danger'

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  quiet: 'border border-strong-line bg-surface hover:bg-sunken',
  danger: 'bg-trouble text-surface hover:bg-trouble-strong',
}

/** For links that look like buttons. */
export const buttonClass = (look: Look = 'primary'): string =>
  `inline-flex min-h-12 items-center justify-center gap-2 rounded-full px-6 py-2.5 text-center font-semibold transition-colors disabled:opacity-55 ${looks[look]}`

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look
}

export const Button = ({ look = 'primary', className = '', type = 'button', ...rest }: ButtonProps) => (
  <button type={type} className={`${buttonClass(look)} ${className}`} {...rest} />
)

import { chooseLocale, type Locale, locale, locales } from '../shared/messages/locale.ts'
import { shell } from '../shared/messages/shell.ts'

const codes = Object.keys(locales) as Locale[]

/** Each language by its own name, for who cannot read the page's. */
export const LanguageChoice = () => (
  <nav aria-label={shell.language} className="flex gap-x-4">
    {codes.map((code) => (
      <button
        key={code}
        type="button"
        lang={code}
        aria-current={code === locale}
        onClick={() => chooseLocale(code)}
        className="min-h-6 underline-offset-4 hover:underline aria-[current=true]:font-semibold aria-[current=true]:text-ink"
      >
        {locales[code].name}
      </button>
    ))}
  </nav>
)

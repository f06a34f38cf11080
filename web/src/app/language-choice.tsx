import { languageCodes, languages } from '@aos/contracts/languages'
import { chooseLocale, locale } from '../shared/messages/locale.ts'
import { shell } from '../shared/messages/shell.ts'

/** Each language by its own name, for who cannot read the page's. */
export const LanguageChoice = () => (
  <nav aria-label={shell.language} className="flex gap-x-4">
    {languageCodes.map((code) => (
      <button
        key={code}
        type="button"
        lang={code}
        aria-current={code === locale}
        onClick={() => chooseLocale(code)}
        className="min-h-6 underline-offset-4 hover:underline aria-[current=true]:font-semibold aria-[current=true]:text-ink"
      >
        {languages[code].name}
      </button>
    ))}
  </nav>
)

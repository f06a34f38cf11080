import { config } from 'zod'

/** The page's content security policy allows no eval; without this zod tries it, and the browser complains. */
config({ jitless: true })

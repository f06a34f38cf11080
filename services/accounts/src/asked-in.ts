import { AsyncLocalStorage } from 'node:async_hooks'
import { type Language, languageCodes, usualLanguage } from '@aos/contracts/languages'
import type { Middleware } from 'koa'

/**
 * Better Auth asks for a letter from deep inside a call of ours, with the person and the token alone: the
 * language that the caller reads goes there beside the call, as its trace does.
 */
const callersLanguage = new AsyncLocalStorage<Language>()

export const hearLanguage: Middleware = (ctx, next) => {
  const language = (ctx.acceptsLanguages(languageCodes) || usualLanguage) as Language
  return callersLanguage.run(language, next)
}

/** Undefined outside of requests. */
export const languageAsked = (): Language | undefined => callersLanguage.getStore()

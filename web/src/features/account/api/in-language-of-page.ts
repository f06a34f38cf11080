import { locale } from '../../../shared/messages/locale.ts'

/** For requests that a letter follows: a shopper may have chosen another language than the browser's. */
export const inLanguageOfPage = { 'accept-language': locale }

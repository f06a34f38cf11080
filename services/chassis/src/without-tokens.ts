/**
 * A message may hold the token of a link in an e-mail, with which whoever reads it could take the account
 * over. Also found in text that was cut off, or that is a string within another one.
 */
export const withoutTokens = (event: string): string =>
  event.replace(/(\\*"token\\*"\s*:\s*\\*")[^"\\]*/g, '$1…')

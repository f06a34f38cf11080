/** The token of an e-mail's link stands behind the #, which browsers send to no server. */
export const linkToken = (): string => decodeURIComponent(window.location.hash.slice(1))

import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'

/** Where the ingress controller listens, which no name service need know. */
export interface Door {
  address: string
  host: string
}

/** Leads a host name, and those below it, to the ingress controller. */
export const lookupAt = ({ address }: Pick<Door, 'address'>): LookupFunction => {
  const family = isIP(address)
  return (_hostname, { all }, callback) => {
    if (all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
}

/** The same for Chromium. */
export const hostRules = ({ address, host }: Door): string =>
  `--host-resolver-rules=MAP ${host} ${address},MAP *.${host} ${address}`

import { describe, expect, it } from 'vitest'
import { type PageSurroundings, securityHeaders, securityHeadersForNginx } from './security-headers.ts'

const stripe: PageSurroundings = {
  brokerScriptUrl: 'https://js.stripe.com/v3/',
  brokerUrl: 'https://api.stripe.com',
  https: true,
}

describe('security headers for nginx', () => {
  it('are the headers of the gateway, one directive each, errors included', () => {
    const directives = securityHeadersForNginx(stripe).trimEnd().split('\n')
    const read = directives.map((line) => /^add_header (\S+) "(.*)" always;$/.exec(line)?.slice(1))
    expect(Object.fromEntries(read as [string, string][])).toEqual(securityHeaders(stripe))
  })

  it('hold only origins of the broker, so that nothing of an address can end a directive', () => {
    const headers = securityHeadersForNginx({ ...stripe, brokerUrl: 'https://api.example.com/a";$b' })
    expect(headers).toContain("connect-src 'self' https://api.example.com;")
  })
})

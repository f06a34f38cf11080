import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { freePort } from './free-port.ts'

export interface IdentityProvider {
  issuer: string
  /** What makes accounts offer it. */
  settings: Record<'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_NAME', string>
  stop: () => void
}

/**
 * A whole OpenID Connect provider, which believes whoever signs in. What somebody types is their e-mail
 * address, which is verified unless it says otherwise.
 *
 * @param shopUrl where it sends people back to; on this machine, whatever the port.
 */
export async function startIdentityProvider(shopUrl: string): Promise<IdentityProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const client = { client_id: 'the-shop', client_secret: 'a-secret-of-the-shop-and-the-provider' }
  const provider = new Provider(issuer, {
    clients: [
      {
        ...client,
        // Ports of loopback addresses are compared for web applications alone.
        application_type: new URL(shopUrl).hostname === '127.0.0.1' ? 'native' : 'web',
        redirect_uris: [`${shopUrl}/api/v1/session/provider/callback`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: async (_, login) => ({
      accountId: login,
      claims: async () => ({
        sub: login,
        name: 'Ada Lovelace',
        email: login,
        email_verified: !login.startsWith('unverified'),
      }),
    }),
    cookies: { keys: ['a key of the test'] },
  })
  const server = createServer(provider.callback())
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.client_id,
      OIDC_CLIENT_SECRET: client.client_secret,
      OIDC_NAME: 'Example Login',
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

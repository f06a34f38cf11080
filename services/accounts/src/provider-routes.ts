import { AppError } from '@aos/chassis/errors'
import { serve } from '@aos/chassis/serve'
import { addresses } from '@aos/contracts/addresses'
import type Router from '@koa/router'
import { type Auth, PROVIDER_ID } from './auth.ts'
import type { AccountsConfig } from './config.ts'
import type { AttemptLimits } from './limit-attempts.ts'
import { cookiesOf, setCookies } from './sessions.ts'

interface Parts {
  auth: Auth
  limits: AttemptLimits
  config: Pick<AccountsConfig, 'OIDC_ISSUER' | 'SHOP_URL'>
}

const SIGN_IN_PAGE = '/account/sign-in'

/** Signing in by an OpenID Connect provider: the browser goes there, and comes back with a code. */
export function providerRoutes(router: Router, { auth, limits, config }: Parts): void {
  const { OIDC_ISSUER, SHOP_URL } = config
  const mustBeThere = () => {
    if (!OIDC_ISSUER) throw new AppError('not-found', 'no-provider', 'this shop has no such provider')
  }

  serve(router, 'beginProviderSignIn', async ({ body, actor, ctx }) => {
    mustBeThere()
    await limits.register(actor?.address)
    const { headers, response } = await auth.api.signInSocial({
      body: {
        provider: PROVIDER_ID,
        callbackURL: new URL(body.returnTo, SHOP_URL).href,
        errorCallbackURL: new URL(SIGN_IN_PAGE, SHOP_URL).href,
        disableRedirect: true,
      },
      returnHeaders: true,
    })
    setCookies(ctx, headers)
    return { url: response.url ?? '' }
  })

  serve(router, 'finishProviderSignIn', async ({ ctx }) => {
    mustBeThere()
    // The one route of Better Auth's own that is served, as it begins with its cookies and ends in them.
    const own = new URL(`${addresses.finishProviderSignIn.path}/${PROVIDER_ID}${ctx.search}`, SHOP_URL)
    const answer = await auth.handler(new Request(own, { headers: cookiesOf(ctx) }))
    setCookies(ctx, answer.headers)
    ctx.set('location', answer.headers.get('location') ?? new URL(SIGN_IN_PAGE, SHOP_URL).href)
  })
}

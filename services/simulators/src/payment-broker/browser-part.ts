import { readFileSync } from 'node:fs'
import Router from '@koa/router'
import { html } from '../runtime/html.ts'
import { testAccounts } from './test-accounts.ts'
import { testCards } from './test-cards.ts'

const file = (name: string) => readFileSync(new URL(`./browser/${name}`, import.meta.url), 'utf8')

/** What a shop's page loads instead of Stripe.js: a script, and the frames in which cards and accounts are typed. */
export function browserPart(): Router {
  const assets = {
    '/v3/': { type: 'js', text: file('stripe.js') },
    '/v3/frame.js': { type: 'js', text: file('frame.js') },
    '/v3/card.js': { type: 'js', text: file('card.js') },
    '/v3/iban.js': { type: 'js', text: file('iban.js') },
    '/v3/card.css': { type: 'css', text: file('card.css') },
    '/v3/card': { type: 'html', text: cardFrame },
    '/v3/iban': { type: 'html', text: ibanFrame },
  }
  const router = new Router()
  for (const [path, { type, text }] of Object.entries(assets)) {
    router.get(path, (ctx) => {
      ctx.set({
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
      })
      ctx.type = type
      ctx.body = text
    })
  }
  return router
}

const hint = ({ number, situation }: { number: string; situation: string }) =>
  html`<li><button type="button" data-number="${number}"><code>${number.replace(/(.{4})(?=.)/g, '$1 ')}</code> ${situation}</button></li>`

const cardFrame = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Card</title>
<link rel="stylesheet" href="/v3/card.css"><script type="module" src="/v3/card.js"></script></head>
<body>
<form novalidate>
<label class="number">Card number
<input name="number" inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242" required></label>
<label>Expiry (MM / YY)
<input name="expiry" inputmode="numeric" autocomplete="cc-exp" placeholder="12 / 34" required></label>
<label>CVC
<input name="cvc" inputmode="numeric" autocomplete="cc-csc" placeholder="123" maxlength="4" required></label>
</form>
<details><summary>Test cards</summary><p>No real card is accepted here. Choose what should happen:</p>
<ul>${testCards.map(hint)}</ul></details>
</body></html>`.text

const ibanFrame = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bank account</title>
<link rel="stylesheet" href="/v3/card.css"><script type="module" src="/v3/iban.js"></script></head>
<body>
<form novalidate>
<label class="number">IBAN
<input name="iban" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="DE89 3704 0044 0532 0130 00" maxlength="42" required></label>
</form>
<details><summary>Test accounts</summary><p>No real account is accepted here. Choose what should happen:</p>
<ul>${testAccounts.map(({ iban, situation }) => hint({ number: iban, situation }))}</ul></details>
</body></html>`.text

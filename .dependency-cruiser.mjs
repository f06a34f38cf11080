// The borders of docs/adr: what may import what. `npm run lint` fails where one is crossed.
const services = 'gateway|accounts|orders|stock|payments|shipments|notifications'
const tests = String.raw`\.test\.tsx?$|-harness\.ts$|[.-]samples\.ts$|^services/simulators/src/testing/`

const domain = [
  '^services/orders/src/(order|saga|bill|ownership)\\.ts$',
  '^services/stock/src/(stock|shelf-changes|product-edits|svg-check)\\.ts$',
  '^services/payments/src/(payment|payment-state|next-step|broker)\\.ts$',
  '^services/shipments/src/parcel\\.ts$',
  '^services/notifications/src/(letters|rejection|cancellation|order-blocks|bill-rows|account-letters|wording|messages/(en|de)|letter|letter-text|letter-html|email|escape-html|generated/letter-parts)\\.ts$',
]

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'no-cycles',
      'A cycle has no beginning to read from; types alone may refer to each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'no-undeclared',
      'npm hoists: a workspace can import what it never declared, until somebody else stops using it.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid('not-to-unresolvable', 'It does not exist.', {}, { couldNotResolve: true }),
    forbid(
      'contracts-know-zod-only',
      'Contracts are read everywhere, the browser included.',
      { path: '^services/contracts/src', pathNot: tests },
      { pathNot: ['^services/contracts/src', '^node_modules/zod/'] },
    ),
    forbid(
      'no-service-knows-another',
      'Services meet in contracts only.',
      { path: `^services/(${services})/src`, pathNot: tests },
      { path: `^services/(${services})/src`, pathNot: '^services/$1/src' },
    ),
    forbid(
      'chassis-knows-no-service',
      'The chassis carries every service alike.',
      { path: '^services/chassis/src', pathNot: tests },
      { path: `^(services/(${services}|simulators)|local|tests|cdk8s|web)/` },
    ),
    forbid(
      'domain-is-pure',
      'What is decided depends on what is passed in: no I/O, clock, randomness or environment.',
      { path: domain },
      { pathNot: ['^services/contracts/src', ...domain] },
    ),
    forbid(
      'tables-know-rows-only',
      'A table file holds SQL; use cases decide when it runs.',
      { path: '^services/[^/]+/src/[^/]+-table\\.ts$' },
      { path: '/(routes|subscriptions|main|config)\\.ts$|^node_modules/(koa|@koa|@dapr|undici)/' },
    ),
    forbid(
      'simulators-stand-alone',
      'They stand in for other companies, who know nothing of us but our webhooks’ address.',
      { path: '^services/simulators/src', pathNot: tests },
      { path: '^(services/(?!simulators/|contracts/src/services)|local|tests|cdk8s|web)' },
    ),
    forbid(
      'web-knows-contracts-only',
      'The browser gets what is public.',
      { path: '^web/src' },
      { path: '^(services/(?!contracts/)|local|tests|cdk8s)' },
    ),
    forbid(
      'web-features-stand-alone',
      'Features meet in app and shared only.',
      { path: '^web/src/features/([^/]+)/' },
      { path: '^web/src/(features/(?!$1/)|app/)' },
    ),
    forbid(
      'cdk8s-knows-contracts-only',
      'What is deployed is derived from what services say to each other.',
      { path: '^cdk8s/src', pathNot: tests },
      { path: '^(services/(?!contracts/)|local|tests|web)' },
    ),
    forbid(
      'production-knows-no-tests',
      'Tests may use everything; nothing uses tests.',
      { path: '^(services|cdk8s|local|web)/', pathNot: tests },
      { path: '^tests/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The parser does not know `using`, which the simulators' tests use.
    exclude: { path: ['(^|/)(dist|migrations)/', '^services/simulators/src/.*\\.test\\.ts$'] },
    // TypeScript 7 has no API that it could parse with.
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}

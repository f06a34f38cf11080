import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Yaml } from 'cdk8s'
import { type GeneratedSecret, generatedSecrets } from './generated-secrets.ts'
import { readStore } from './read-store.ts'
import { STORE_LABEL, type Store } from './store.ts'

/**
 * Prints the Secrets that a store needs and nobody has to choose, for the way without the operator:
 * `npm run --silent secrets -- deploy/stores/laptop.yaml | kubectl create -f -`, which leaves those
 * alone that are there already.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { namespace: { type: 'string', default: 'shop' } },
})
const [file] = positionals
if (!file) throw new Error('Say for which store: secrets.ts STORE.yaml [--namespace NAME]')

const secret = (store: Store, { name, keys }: GeneratedSecret) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace: store.namespace, labels: { [STORE_LABEL]: store.name } },
  type: 'Opaque',
  stringData: Object.fromEntries(keys.map((key) => [key, randomBytes(24).toString('base64url')])),
})

const store = readStore(file, values.namespace)
console.log(Yaml.stringify(...generatedSecrets(store).map((generated) => secret(store, generated))))

// What `helm test` asks: the operator is ready, and the API server knows what a good Store is and what is not.
import { readFileSync } from 'node:fs'

const {
  OPERATOR_URL,
  POD_NAMESPACE,
  KUBERNETES_SERVICE_HOST: host,
  KUBERNETES_SERVICE_PORT: port,
} = process.env
const token = readFileSync('/var/run/secrets/kubernetes.io/serviceaccount/token', 'utf8')
const stores = `https://${host}:${port}/apis/aos.dev/v1alpha1/namespaces/${POD_NAMESPACE}/stores?dryRun=All`

async function create(spec) {
  const answer = await fetch(stores, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      apiVersion: 'aos.dev/v1alpha1',
      kind: 'Store',
      metadata: { name: 'helm-test' },
      spec,
    }),
  })
  return { status: answer.status, message: (await answer.json()).message ?? '' }
}

const good = { version: '0.1.0', host: 'shop.example.com', simulators: { enabled: true } }
const checks = {
  'the operator is ready': async () => (await fetch(`${OPERATOR_URL}/readyz`)).status === 200,
  'a good Store is accepted': async () => (await create(good)).status === 201,
  'a bad Store is refused with a remedy': async () => {
    const { status, message } = await create({ ...good, kafka: { type: 'external' } })
    return status === 422 && message.includes('kafka.external')
  },
}

for (const [name, check] of Object.entries(checks)) {
  const passed = await check().catch((error) => {
    console.error(error)
    return false
  })
  console.log(`${passed ? 'ok' : 'FAILED'}: ${name}`)
  if (!passed) process.exitCode = 1
}

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { asyncapi } from '@aos/contracts/asyncapi'
import { openapi } from '@aos/contracts/openapi'
import { platformPorts } from '@aos/contracts/services'
import { Yaml } from 'cdk8s'
import manifest from '../../package.json' with { type: 'json' }
import { localDapr } from './local-dapr.ts'
import { storeCrd } from './store-crd.ts'
import { gitOpsManifests } from './store-manifests.ts'

/** Writes everything in the repository that is generated; CI fails when that changes a committed file. */
const root = join(import.meta.dirname, '..', '..')

function write(path: string, text: string): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

rmSync(join(root, 'components'), { recursive: true, force: true })
const components = localDapr({
  kafkaBrokers: `127.0.0.1:${platformPorts.kafka}`,
  stateDatabaseUrl: `postgres://state@127.0.0.1:${platformPorts.postgres}/state`,
  zipkinUrl: `http://127.0.0.1:${platformPorts.zipkin}/api/v2/spans`,
  traceSampling: 0.1,
  nameResolutionFile: 'names.db',
})
for (const [file, text] of Object.entries(components)) write(`components/${file}`, text)
write('docs/api/openapi.json', json(openapi(manifest.version)))
write('docs/api/asyncapi.json', json(asyncapi(manifest.version)))

write('charts/store-operator/files/stores.aos.dev.yaml', Yaml.stringify(storeCrd()))

const stores = join(root, 'deploy', 'stores')
rmSync(join(root, 'manifests'), { recursive: true, force: true })
for (const file of readdirSync(stores)) write(`manifests/${file}`, gitOpsManifests(join(stores, file)))

import type { Report } from '@aos/local/report'
import { findHelm } from '@aos/local/toolchain/helm'
import type { Options } from './arguments.ts'
import { type Cluster, connect } from './cluster.ts'
import { releasesFor } from './deploy.ts'
import { inNamespace, inWords, type Manifest, readManifests, storesIn, toYaml } from './manifests.ts'
import { uninstall } from './releases.ts'
import { readSkaffold } from './skaffold/read.ts'

/** What remembers orders, messages and passwords; everything else comes back from the Store. */
const dataKinds = [
  'persistentvolumeclaims',
  'secrets',
  'kafkas.kafka.strimzi.io',
  'kafkanodepools.kafka.strimzi.io',
  'kafkatopics.kafka.strimzi.io',
  'clusters.postgresql.cnpg.io',
  'databases.postgresql.cnpg.io',
]

/** They would take data with them. */
const keptKinds = [
  'Namespace',
  'PersistentVolumeClaim',
  'Secret',
  'Kafka',
  'KafkaNodePool',
  'KafkaTopic',
  'Cluster',
  'Database',
]

/** Takes the store away, and the operator when no other store needs it. The platform stays: others may stand on it. */
export async function undeploy(options: Options, report: Report): Promise<void> {
  const skaffold = readSkaffold(options.profile)
  const cluster = await connect(options)
  const helm = { program: await findHelm(report), cluster }
  const manifests = readManifests(skaffold).filter(({ kind }) => !keptKinds.includes(kind))
  await removeManifests(cluster, manifests)
  await podsAreGone(cluster, manifests)
  report('cluster', `deleted ${inWords(manifests)}`)
  if (options.task === 'delete-data') await deleteData(cluster, manifests, report)
  else report('cluster', 'data and passwords stay; --delete-data deletes them as well')
  if (!skaffold.deploy.helm) return
  if (await isStoreLeft(cluster, options)) return report('helm', 'the operator stays: there are other stores')
  const images = new Map(skaffold.build.artifacts.map(({ image }) => [image, image]))
  for (const release of await releasesFor(skaffold, cluster, images, options)) {
    await uninstall(helm, release)
    report('helm', `${release.release} is uninstalled; the definition of Store stays`)
  }
}

/** Whoever is asked to delete what is not there, or what nobody has defined, has nothing to do. */
async function removeManifests(cluster: Cluster, manifests: Manifest[]): Promise<void> {
  const flags = ['--ignore-not-found', '--cascade=foreground', '--timeout=5m']
  const yaml = toYaml(manifests.map((manifest) => inNamespace(manifest, cluster.namespace)))
  await cluster.with(yaml, 'delete', ...flags).catch((error: Error) => {
    if (!error.message.includes('no matches for kind')) throw error
  })
}

async function podsAreGone(cluster: Cluster, manifests: Manifest[]): Promise<void> {
  for (const { name, namespace = cluster.namespace } of storesIn(manifests)) {
    const mine = ['--namespace', namespace, '--selector', `aos.dev/store=${name}`]
    await cluster.kubectl('wait', 'pods', '--for=delete', ...mine, '--timeout=5m')
  }
}

async function deleteData(cluster: Cluster, manifests: Manifest[], report: Report): Promise<void> {
  const served = await cluster.kubectl('api-resources', '--verbs=delete', '--namespaced', '--output', 'name')
  const kinds = dataKinds.filter((kind) => served.split('\n').includes(kind))
  for (const { name, namespace = cluster.namespace } of storesIn(manifests)) {
    const mine = ['--namespace', namespace, '--selector', `aos.dev/store=${name}`]
    await cluster.kubectl('delete', kinds.join(','), ...mine, '--timeout=5m')
    report('cluster', `deleted data and passwords of ${name}`)
  }
}

async function isStoreLeft({ kubectl, namespace }: Cluster, { ownOperator }: Options): Promise<boolean> {
  const where = ownOperator ? ['--namespace', namespace] : ['--all-namespaces']
  const left = await kubectl('get', 'stores.aos.dev', ...where, '--output', 'name').catch(() => '')
  return left.split('\n').some((line) => line.includes('store'))
}

import { randomUUID } from 'node:crypto'
import type { Report } from '@aos/local/report'
import { findHelm } from '@aos/local/toolchain/helm'
import type { Options } from './arguments.ts'
import { type Cluster, connect } from './cluster.ts'
import { runHooks } from './hooks.ts'
import { buildImages } from './images/build.ts'
import { deliverImages, needsRegistry } from './images/deliver.ts'
import { forThisRun, inWords, isStore, type Manifest, readManifests, toYaml } from './manifests.ts'
import { forOneNamespace, type Installation, install, installationOf } from './releases.ts'
import { readSkaffold } from './skaffold/read.ts'
import type { SkaffoldConfig } from './skaffold/schema.ts'

/** Builds, delivers, installs, applies and waits: what `skaffold run` does with the same file. */
export async function deploy(options: Options, report: Report): Promise<void> {
  const skaffold = readSkaffold(options.profile)
  const cluster = await connect(options)
  requireRegistry(cluster, options)
  report('cluster', `${cluster.context}, namespace ${cluster.namespace}`)
  const helm = await findHelm(report)
  const images = await imagesFor(skaffold, cluster, options, report)
  await ensureNamespace(cluster)
  for (const release of await releasesFor(skaffold, cluster, images, options)) {
    await install({ program: helm, cluster }, release, skaffold.deploy.helm?.flags.install ?? [])
    report('helm', `${release.release} is installed in ${release.namespace}`)
  }
  const runId = randomUUID()
  const surroundings = { context: cluster.context, runId, helm }
  const { hooks, flags } = skaffold.deploy.kubectl
  await runHooks(hooks.before, surroundings, report)
  const manifests = forThisRun(readManifests(skaffold), {
    images,
    runId,
    namespace: cluster.namespace,
    host: options.host,
  })
  await cluster.with(toYaml(manifests), 'apply', ...flags.apply)
  report('cluster', `applied ${inWords(manifests)}`)
  await runHooks(hooks.after, surroundings, report)
  await sayWhere(cluster, manifests, report)
}

function requireRegistry({ context }: Cluster, { defaultRepo }: Options): void {
  if (defaultRepo || !needsRegistry(context)) return
  throw new Error(
    `The nodes of ${context} cannot see this machine’s images: name a registry that both reach with --default-repo, for instance --default-repo localhost:5000`,
  )
}

async function imagesFor(
  skaffold: SkaffoldConfig,
  cluster: Cluster,
  { defaultRepo }: Options,
  report: Report,
) {
  const prefix = defaultRepo ? `${defaultRepo.replace(/\/$/, '')}/` : ''
  const built = await buildImages(skaffold.build.artifacts, prefix, report)
  const how = { context: cluster.context, isPushed: defaultRepo !== undefined }
  return deliverImages(built, how, report)
}

export async function releasesFor(
  { deploy: { helm } }: SkaffoldConfig,
  cluster: Cluster,
  images: Map<string, string>,
  { ownOperator }: Options,
): Promise<Installation[]> {
  const usual = (helm?.releases ?? []).map((release) => installationOf(release, images))
  return ownOperator ? Promise.all(usual.map((each) => forOneNamespace(each, cluster))) : usual
}

async function ensureNamespace({ kubectl, namespace }: Cluster): Promise<void> {
  const found = await kubectl('get', 'namespace', namespace, '--ignore-not-found', '--output', 'name')
  if (found === '') await kubectl('create', 'namespace', namespace)
}

async function sayWhere(
  { kubectl, namespace }: Cluster,
  manifests: Manifest[],
  report: Report,
): Promise<void> {
  for (const { metadata } of manifests.filter(isStore)) {
    const url = await kubectl('-n', namespace, 'get', 'store', metadata.name, '-o', 'jsonpath={.status.url}')
    report('shop', `${url}   (kubectl -n ${namespace} get stores)`)
  }
}

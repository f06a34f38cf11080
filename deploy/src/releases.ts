import { join } from 'node:path'
import { run } from '@aos/local/toolchain/run'
import type { Cluster } from './cluster.ts'
import { root } from './skaffold/read.ts'
import type { Release } from './skaffold/schema.ts'

export interface Helm {
  program: string
  cluster: Cluster
}

/** Values of one installation, and where it goes. */
export interface Installation {
  release: string
  namespace: string
  args: string[]
}

const helm = ({ program, cluster }: Helm, ...args: string[]) =>
  run(program, ['--kube-context', cluster.context, ...args], { cwd: root, remedy: 'install Helm' })

/** Skaffold's own template words that are understood: the reference of an image that was built. */
const IMAGE = /^\{\{\s*\.IMAGE_FULLY_QUALIFIED_(\w+)\s*\}\}$/

export function installationOf(release: Release, images: Map<string, string>): Installation {
  const values = Object.entries(release.setValueTemplates).map(([key, template]) => {
    const image = images.get(IMAGE.exec(template)?.[1] ?? '')
    if (!image) throw new Error(`skaffold.yaml sets ${key} to ${template}, which is not understood here`)
    return `${key}=${image}`
  })
  return {
    release: release.name,
    namespace: release.namespace,
    args: [
      join(root, release.chartPath),
      ...release.valuesFiles.flatMap((file) => ['--values', join(root, file)]),
      ...values.flatMap((value) => ['--set-string', value]),
    ],
  }
}

/** The same for one namespace alone: named after it, so that it can be beside others. */
export async function forOneNamespace(installation: Installation, cluster: Cluster): Promise<Installation> {
  const { namespace } = cluster
  const release = `${installation.release}-${namespace}`
  const owner = await ownerOfStores(cluster)
  const isOurs = owner === undefined || owner === `${namespace}/${release}`
  const set = ['--set-string', `watchNamespace=${namespace}`, '--set', `crds.install=${isOurs}`]
  return { release, namespace, args: [...installation.args, ...set] }
}

/** The release that the definition of Store belongs to; it stays when a release is uninstalled. */
async function ownerOfStores({ kubectl }: Cluster): Promise<string | undefined> {
  const found = await kubectl('get', 'crd', 'stores.aos.dev', '--ignore-not-found', '--output', 'json')
  if (found === '') return undefined
  const { annotations = {} } = JSON.parse(found).metadata
  return `${annotations['meta.helm.sh/release-namespace']}/${annotations['meta.helm.sh/release-name']}`
}

export async function install(
  by: Helm,
  { release, namespace, args }: Installation,
  flags: string[],
): Promise<void> {
  const place = ['--namespace', namespace, '--create-namespace', '--wait', '--timeout', '5m']
  await helm(by, 'upgrade', '--install', release, ...args, ...flags, ...place).catch(async (error: Error) => {
    const pods = await by.cluster.kubectl('--namespace', namespace, 'get', 'pods').catch(() => '')
    throw new Error(
      `The release ${release} could not be installed into ${namespace}.\n${error.message}\n${pods}`,
    )
  })
}

export const uninstall = (by: Helm, { release, namespace }: Installation): Promise<string> =>
  helm(by, 'uninstall', release, '--namespace', namespace, '--wait', '--ignore-not-found')

import { join } from 'node:path'
import { silent } from '@aos/local/report'
import { findHelm } from '@aos/local/toolchain/helm'
import { run } from '@aos/local/toolchain/run'
import { parseAllDocuments } from 'yaml'
import type { Manifest } from '../manifests.ts'
import { root } from '../skaffold/read.ts'

/** The oldest Kubernetes that the charts are for, and the newest that they were tried with. */
export const kubernetesVersions = ['1.29.0', '1.34.0']

export const chart = (name: string) => join(root, 'charts', name)

export async function helm(...args: string[]): Promise<string> {
  return run(await findHelm(silent), args, { remedy: 'install Helm' })
}

/** What a chart installs with these values, as objects. */
export async function template(
  folder: string,
  values: Record<string, string> = {},
  kubernetes = kubernetesVersions[1] ?? '',
): Promise<Manifest[]> {
  const set = Object.entries(values).flatMap(([key, value]) => ['--set', `${key}=${value}`])
  const yaml = await helm(
    'template',
    'store-operator',
    folder,
    '-n',
    'store-system',
    '--kube-version',
    kubernetes,
    ...set,
  )
  return parseAllDocuments(yaml)
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest) => manifest !== null)
}

export const ofKind = (manifests: Manifest[], kind: string): Manifest[] =>
  manifests.filter((manifest) => manifest.kind === kind)

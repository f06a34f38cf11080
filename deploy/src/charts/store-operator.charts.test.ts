import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { kinds } from '../../../services/operator/src/kinds.ts'
import type { Manifest } from '../manifests.ts'
import { root } from '../skaffold/read.ts'
import { chart, helm, kubernetesVersions, ofKind, template } from './helm.ts'

const folder = chart('store-operator')

interface Rule {
  apiGroups: string[]
  resources: string[]
  verbs: string[]
}

interface PodSpec {
  automountServiceAccountToken: boolean
  securityContext: Record<string, unknown>
  containers: { env: { name: string }[]; securityContext: Record<string, unknown>; resources: unknown }[]
}

function podOf(deployment: Manifest | undefined): PodSpec {
  const spec = deployment?.spec as { template: { spec: PodSpec } } | undefined
  if (!spec) throw new Error('there is no Deployment')
  return spec.template.spec
}

const rulesOf = (manifests: Manifest[], kind: string, name: string): Rule[] =>
  (manifests.find((each) => each.kind === kind && each.metadata.name === name)?.rules ?? []) as Rule[]

/** group/resource → verbs */
const rights = (rules: Rule[]) =>
  new Map(
    rules.flatMap(({ apiGroups, resources, verbs }) =>
      apiGroups.flatMap((group) => resources.map((resource) => [`${group}/${resource}`, verbs] as const)),
    ),
  )

const groupOf = (apiVersion: string) => (apiVersion.includes('/') ? apiVersion.split('/')[0] : '')

describe('the chart of the operator', () => {
  it('has nothing that Helm’s linter minds', async () => {
    const words = await helm('lint', '--strict', folder, '--kube-version', '1.34.0')
    expect(words).toContain('0 chart(s) failed')
  })

  it.each(kubernetesVersions)('is for Kubernetes %s', async (version) => {
    expect(ofKind(await template(folder, {}, version), 'Deployment')).toHaveLength(1)
  })

  it('is not for a Kubernetes that cannot check the rules of a Store', async () => {
    await expect(template(folder, {}, '1.28.0')).rejects.toThrow('requires kubeVersion')
  })

  it('installs the generated definition of Store, and leaves it when it goes', async () => {
    const [definition] = ofKind(await template(folder), 'CustomResourceDefinition')
    const generated = parse(readFileSync(join(folder, 'files', 'stores.aos.dev.yaml'), 'utf8'))
    expect(definition?.spec).toEqual(generated.spec)
    expect(definition?.metadata).toMatchObject({
      name: 'stores.aos.dev',
      annotations: { 'helm.sh/resource-policy': 'keep' },
    })
    expect(ofKind(await template(folder, { 'crds.install': 'false' }), 'CustomResourceDefinition')).toEqual(
      [],
    )
  })

  it('lets the operator do what it does with each kind that a store is made of, and deletes no data', async () => {
    const held = rights(rulesOf(await template(folder), 'ClusterRole', 'store-operator'))
    for (const { apiVersion, plural, holdsData } of kinds) {
      const verbs = ['get', 'list', 'watch', 'create', 'patch', ...(holdsData ? [] : ['delete'])]
      expect(held.get(`${groupOf(apiVersion)}/${plural}`), plural).toEqual(verbs)
    }
  })

  it('gives the operator no other rights, and none over rights', async () => {
    const held = rights(rulesOf(await template(folder), 'ClusterRole', 'store-operator'))
    const known = new Set(kinds.map(({ apiVersion, plural }) => `${groupOf(apiVersion)}/${plural}`))
    const others = Object.fromEntries([...held].filter(([resource]) => !known.has(resource)))
    expect(others).toEqual({
      'aos.dev/stores': ['get', 'list', 'watch'],
      'aos.dev/stores/status': ['update'],
      'aos.dev/stores/finalizers': ['update'],
      '/pods': ['get', 'list', 'watch', 'create', 'delete'],
      '/events': ['get', 'create', 'patch'],
    })
    expect(rulesOf(await template(folder), 'Role', 'store-operator')).toEqual([
      { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
      {
        apiGroups: ['coordination.k8s.io'],
        resources: ['leases'],
        resourceNames: ['store-operator'],
        verbs: ['get', 'update'],
      },
    ])
  })

  it('gives rights in one namespace only where the operator keeps one', async () => {
    const manifests = await template(folder, { watchNamespace: 'shop' })
    expect(ofKind(manifests, 'ClusterRoleBinding')).toEqual([])
    const bound = ofKind(manifests, 'RoleBinding').map(
      ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
    )
    expect(bound).toEqual(
      expect.arrayContaining(['shop/store-operator-stores', 'store-system/store-operator']),
    )
  })

  it('passes the Pod Security Standard restricted with every pod', async () => {
    const manifests = await template(folder)
    const specs = [
      ...ofKind(manifests, 'Deployment').map(podOf),
      ...ofKind(manifests, 'Pod').map(({ spec }) => spec as unknown as PodSpec),
    ]
    expect(specs).toHaveLength(2)
    for (const { securityContext, containers } of specs) {
      expect(securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      })
      for (const container of containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        })
        expect(container.resources).toMatchObject({ requests: {}, limits: {} })
      }
    }
  })

  it('sets only what the operator reads', async () => {
    const [deployment] = ofKind(await template(folder, { watchNamespace: 'shop' }), 'Deployment')
    const { containers } = podOf(deployment)
    const config = readFileSync(join(root, 'services/operator/src/config.ts'), 'utf8')
    const names = containers.flatMap(({ env }) => env.map(({ name }) => name))
    expect(names.filter((name) => !config.includes(`  ${name}:`))).toEqual([])
    expect(names).toContain('WATCH_NAMESPACE')
  })

  it('refuses values that it does not know', async () => {
    await expect(template(folder, { 'image.tga': 'x' })).rejects.toThrow("additional properties 'tga'")
    await expect(template(folder, { replicas: '0' })).rejects.toThrow('replicas')
  })
})

import { basename } from 'node:path'
import { type ApiObject, Yaml } from 'cdk8s'
import { readStore } from './read-store.ts'
import { renderStore } from './render-store.ts'
import { PHASE_LABEL, type Phase, phases, type Store, type Surroundings } from './store.ts'

/** Where the manifests of a Store that names no namespace go. */
const NAMESPACE = 'shop'

const bare: Surroundings = { keda: false, podMonitors: false, gatewayApi: false, secretRevisions: {} }

/** What is taken for granted of a cluster without an operator that looks. */
const surroundings: Record<string, Surroundings> = {
  production: { ...bare, keda: true, podMonitors: true },
}

/** The manifests of a Store in a file, for a cluster without the operator. */
export const gitOpsManifests = (file: string): string =>
  storeManifests(readStore(file, NAMESPACE), surroundings[basename(file, '.yaml')] ?? bare)

/** A store as one YAML document after the other, in the order in which an upgrade needs them. */
const storeManifests = (store: Store, surroundings: Surroundings): string =>
  Yaml.stringify(
    namespace(store),
    ...renderStore(store, surroundings)
      .toSorted((a, b) => order(a) - order(b))
      .map((object) => object.toJson()),
  )

const order = (object: ApiObject): number => phases.indexOf(object.metadata.getLabel(PHASE_LABEL) as Phase)

/**
 * All of the store passes `restricted`. Sidecars do where Dapr was installed so that they drop all
 * capabilities, which is for whoever installed it; so it is not enforced here.
 */
const namespace = ({ namespace: name }: Store) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name,
    labels: {
      'pod-security.kubernetes.io/enforce': 'baseline',
      'pod-security.kubernetes.io/warn': 'restricted',
      'pod-security.kubernetes.io/audit': 'restricted',
    },
  },
})

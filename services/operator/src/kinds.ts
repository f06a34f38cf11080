import type { KubeObject } from './objects.ts'

/**
 * Every kind that a store is made of, in the order in which objects of one phase are applied: what pods need
 * before the pods. A kind that no rendering has any more stays here, so that what is left of it is pruned.
 */
export interface Kind {
  apiVersion: string
  kind: string
  plural: string
  /** Read as a whole, because its spec or status says whether it is ready; of the others metadata suffices. */
  isReadWhole?: boolean
  /** Deleting it would delete data: it has no owner, is never pruned, and outlives the Store. */
  holdsData?: boolean
}

const kind = (apiVersion: string, name: string, plural: string, more: Partial<Kind> = {}): Kind => ({
  apiVersion,
  kind: name,
  plural,
  ...more,
})
const whole = { isReadWhole: true }
const data = { isReadWhole: true, holdsData: true }

export const kinds: readonly Kind[] = [
  kind('v1', 'ServiceAccount', 'serviceaccounts'),
  kind('v1', 'Secret', 'secrets', data),
  kind('v1', 'ConfigMap', 'configmaps'),
  kind('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', { holdsData: true }),
  kind('networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies'),
  kind('dapr.io/v1alpha1', 'Configuration', 'configurations'),
  kind('dapr.io/v1alpha1', 'Component', 'components'),
  kind('dapr.io/v1alpha1', 'Resiliency', 'resiliencies'),
  kind('dapr.io/v2alpha1', 'Subscription', 'subscriptions'),
  kind('kafka.strimzi.io/v1', 'KafkaNodePool', 'kafkanodepools', data),
  kind('kafka.strimzi.io/v1', 'Kafka', 'kafkas', data),
  kind('kafka.strimzi.io/v1', 'KafkaTopic', 'kafkatopics', data),
  kind('kafka.strimzi.io/v1', 'KafkaUser', 'kafkausers', whole),
  kind('postgresql.cnpg.io/v1', 'Cluster', 'clusters', data),
  kind('postgresql.cnpg.io/v1', 'Database', 'databases', data),
  kind('v1', 'Service', 'services'),
  kind('apps/v1', 'StatefulSet', 'statefulsets', whole),
  kind('batch/v1', 'Job', 'jobs', whole),
  kind('apps/v1', 'Deployment', 'deployments', whole),
  kind('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets'),
  kind('autoscaling/v2', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers'),
  kind('keda.sh/v1alpha1', 'TriggerAuthentication', 'triggerauthentications'),
  kind('keda.sh/v1alpha1', 'ScaledObject', 'scaledobjects'),
  kind('monitoring.coreos.com/v1', 'PodMonitor', 'podmonitors'),
  kind('networking.k8s.io/v1', 'Ingress', 'ingresses'),
  kind('gateway.networking.k8s.io/v1', 'HTTPRoute', 'httproutes'),
  kind('apps/v1', 'ControllerRevision', 'controllerrevisions', whole),
]

export const storeKind = kind('aos.dev/v1alpha1', 'Store', 'stores', whole)
export const podKind = kind('v1', 'Pod', 'pods', whole)

const byName = new Map(kinds.map((each, rank) => [`${each.apiVersion}/${each.kind}`, { each, rank }]))

function find({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>) {
  const found = byName.get(`${apiVersion}/${kind}`)
  if (!found) throw new Error(`${apiVersion} ${kind} is not in the operator's list of kinds`)
  return found
}

export const kindOf = (object: Pick<KubeObject, 'apiVersion' | 'kind'>): Kind => find(object).each
export const rankOf = (object: Pick<KubeObject, 'apiVersion' | 'kind'>): number => find(object).rank

/** Where the API server has objects of a kind: in all namespaces, in one, or one of them. */
export function pathOf({ apiVersion, plural }: Kind, namespace?: string, name?: string): string {
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
  const within = namespace ? `${root}/namespaces/${namespace}` : root
  return name ? `${within}/${plural}/${name}` : `${within}/${plural}`
}

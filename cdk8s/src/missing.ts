import type { Store, Surroundings } from './store.ts'

/** What the spec asks for and the cluster does not have, each with what to do about it. */
export function missing({ spec }: Store, surroundings: Surroundings): string[] {
  const wants: [wanted: boolean, there: boolean, remedy: string][] = [
    [
      spec.ingress.type === 'HTTPRoute',
      surroundings.gatewayApi,
      'ingress.type is HTTPRoute, but the cluster has no Gateway API: install its CRDs, or set ingress.type to Ingress',
    ],
    [
      spec.autoscaling.type === 'keda',
      surroundings.keda,
      'autoscaling.type is keda, but the cluster has no KEDA: install it, or set autoscaling.type to auto',
    ],
    [
      spec.monitoring.podMonitors === 'on',
      surroundings.podMonitors,
      'monitoring.podMonitors is on, but the cluster has no Prometheus operator: install it, or set it to auto',
    ],
  ]
  return wants.filter(([wanted, there]) => wanted && !there).map(([, , remedy]) => remedy)
}

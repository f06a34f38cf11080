import { Construct } from 'constructs'
import { doors } from '../doors.ts'
import { resource, StoreChart } from './store-chart.ts'

/** The store's door for shoppers, attached to a Gateway that the cluster has. */
export class HttpRoutes extends Construct {
  constructor(scope: Construct) {
    super(scope, 'http-routes')
    const { store } = StoreChart.of(scope)
    const { gateway } = store.spec.ingress
    if (!gateway) return
    for (const { host, paths } of doors(store)) {
      const name = host === store.spec.host ? 'shop' : (paths[0]?.service ?? host)
      resource(this, {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        name,
        part: 'shop',
        phase: 'web',
        spec: {
          parentRefs: [{ name: gateway.name, ...(gateway.namespace && { namespace: gateway.namespace }) }],
          hostnames: [host],
          rules: paths.map(({ prefix, service, port }) => ({
            matches: [{ path: { type: 'PathPrefix', value: prefix } }],
            // An order's events are a stream without end.
            timeouts: { request: '0s' },
            backendRefs: [{ name: service, port }],
          })),
        },
      })
    }
  }
}

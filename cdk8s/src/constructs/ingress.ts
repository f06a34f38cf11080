import { Construct } from 'constructs'
import { doors } from '../doors.ts'
import type { Store } from '../store.ts'
import { resource, StoreChart } from './store-chart.ts'

const NAME = 'shop'

/** The store's door for shoppers, through the cluster's ingress controller. */
export class Ingress extends Construct {
  constructor(scope: Construct) {
    super(scope, 'ingress')
    const { store } = StoreChart.of(scope)
    const { className, tls } = store.spec.ingress
    resource(this, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      name: NAME,
      part: NAME,
      phase: 'web',
      ...(tls?.issuer && { annotations: { 'cert-manager.io/cluster-issuer': tls.issuer } }),
      spec: {
        ...(className && { ingressClassName: className }),
        ...(tls && { tls: [{ hosts: hosts(store), secretName: tls.secretName }] }),
        rules: doors(store).map(({ host, paths }) => ({
          host,
          http: {
            paths: paths.map(({ prefix, service: name, port: number }) => ({
              path: prefix,
              pathType: 'Prefix',
              backend: { service: { name, port: { number } } },
            })),
          },
        })),
      },
    })
  }
}

const hosts = (store: Store): string[] => doors(store).map(({ host }) => host)

import { Construct } from 'constructs'
import { ClusterService } from './cluster-service.ts'
import { container, emptyDir, type Mount, podTemplate } from './pod.ts'
import { ServiceAccount } from './service-account.ts'
import { resource, StoreChart, selectorOf } from './store-chart.ts'

interface Props {
  part: string
  image: string
  user: number
  ports: Record<string, number>
  container: Pick<Parameters<typeof container>[1], 'args' | 'env' | 'resources' | 'more'>
  dataPath: string
  /** Where else the image writes. */
  scratchPaths: string[]
  storage: { size: string; storageClass: string | undefined }
}

/**
 * A server of one pod, for development. Its data is on a disk where a storage class is named; without
 * one it lives as long as the pod, and a store that lost it is set up anew.
 */
export class SinglePod extends Construct {
  constructor(scope: Construct, props: Props) {
    super(scope, props.part)
    const chart = StoreChart.of(scope)
    const { part, storage } = props
    new ServiceAccount(this, part)
    new ClusterService(this, { part, phase: 'platform', ports: props.ports })
    resource(this, {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      name: part,
      part,
      phase: 'platform',
      labels: { 'app.kubernetes.io/component': 'platform' },
      spec: {
        serviceName: part,
        replicas: 1,
        selector: { matchLabels: selectorOf(chart.store, part) },
        template: template(chart, props),
        ...(storage.storageClass && {
          volumeClaimTemplates: [claim(storage.size, storage.storageClass)],
        }),
      },
    })
  }
}

const DATA = 'data'

function template(chart: StoreChart, props: Props) {
  const { part, user, storage } = props
  const scratch = props.scratchPaths.map((path, i): Mount => ({ path, volume: `scratch-${i}` }))
  return podTemplate(chart, {
    part,
    component: 'platform',
    serviceAccount: part,
    group: user,
    containers: [
      container(chart.store, {
        name: part,
        image: props.image,
        user,
        ports: props.ports,
        ...props.container,
        mounts: [{ path: props.dataPath, volume: DATA }, ...scratch],
      }),
    ],
    volumes: [
      ...scratch.map(({ volume }) => emptyDir(volume)),
      ...(storage.storageClass ? [] : [emptyDir(DATA)]),
    ],
    more: { terminationGracePeriodSeconds: 60 },
  })
}

const claim = (size: string, storageClassName: string) => ({
  metadata: { name: DATA },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName, resources: { requests: { storage: size } } },
})

import { Construct } from 'constructs'
import { POSTGRES } from '../database-access.ts'
import { resource, StoreChart } from './store-chart.ts'

/** A PostgreSQL cluster kept by the CloudNativePG operator. */
export class CloudNativePg extends Construct {
  constructor(scope: Construct) {
    super(scope, 'cloudnativepg')
    const { database } = StoreChart.of(scope).store.spec
    resource(this, {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      name: POSTGRES,
      part: POSTGRES,
      phase: 'platform',
      spec: {
        instances: database.instances,
        // Once, to make the services' databases and roles.
        enableSuperuserAccess: true,
        storage: {
          size: database.storage,
          ...(database.storageClass && { storageClass: database.storageClass }),
        },
        postgresql: {
          parameters: { max_connections: '200', jit: 'off' },
          // An order that was answered is on two disks, as long as two instances are there.
          ...(database.instances > 1 && {
            synchronous: { method: 'any', number: 1, dataDurability: 'preferred' },
          }),
        },
        resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '1Gi' } },
        seccompProfile: { type: 'RuntimeDefault' },
      },
    })
  }
}

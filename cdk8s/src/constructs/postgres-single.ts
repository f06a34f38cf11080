import { Construct } from 'constructs'
import { databaseAccess, POSTGRES } from '../database-access.ts'
import { SinglePod } from './single-pod.ts'
import { StoreChart } from './store-chart.ts'

/** The user of the public image. */
const USER = 999
const DATA = '/var/lib/postgresql/data'

/** One PostgreSQL server, for development. */
export class PostgresSingle extends Construct {
  constructor(scope: Construct) {
    super(scope, 'postgres-single')
    const { store } = StoreChart.of(scope)
    const { image, storage: size, storageClass } = store.spec.database
    const { admin, port } = databaseAccess(store)
    new SinglePod(this, {
      part: POSTGRES,
      image,
      user: USER,
      ports: { postgres: port },
      dataPath: DATA,
      scratchPaths: ['/var/run/postgresql'],
      storage: { size, storageClass },
      container: {
        args: ['-c', 'max_connections=200', '-c', 'shared_buffers=128MB', '-c', 'jit=off'],
        env: {
          POSTGRES_PASSWORD: admin.password,
          // A disk's root is not empty.
          PGDATA: `${DATA}/cluster`,
        },
        resources: { requests: { cpu: '50m', memory: '256Mi' }, limits: { memory: '1Gi' } },
        more: {
          startupProbe: { ...isReady, periodSeconds: 2, failureThreshold: 90 },
          readinessProbe: { ...isReady, periodSeconds: 5 },
          livenessProbe: { ...isReady, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 4 },
        },
      },
    })
  }
}

const isReady = { exec: { command: ['pg_isready', '--host=127.0.0.1', '--username=postgres'] } }

import { ports, type ServiceName, SIDECAR_READ_BUFFER } from '@aos/contracts/services'
import { CA_FOLDER, CA_VOLUME, databaseAccess } from '../database-access.ts'
import { daprToken } from '../generated-secrets.ts'
import { kafkaAccess } from '../kafka-access.ts'
import type { Store } from '../store.ts'
import { sidecarSecret } from './pubsub.ts'
import { stateUsers } from './state-store.ts'

/** What Dapr's injector is told about a service: which sidecar to put beside it. */
export function daprAnnotations(store: Store, service: ServiceName): Record<string, string> {
  const token = daprToken(service).secret
  const secret = sidecarSecret(kafkaAccess(store), service)
  const usesState = stateUsers.some((user) => user === service)
  const annotations = {
    enabled: true,
    'app-id': service,
    'app-port': ports[service].app,
    'app-protocol': 'http',
    config: service,
    'api-token-secret': token,
    'app-token-secret': token,
    // It starts before the service and ends after it, so that what the service says last still gets out.
    'enable-native-sidecar': true,
    'read-buffer-size': SIDECAR_READ_BUFFER,
    'graceful-shutdown-seconds': 5,
    // A service that is cut off from its database, or about to stop, is sent nothing.
    'enable-app-health-check': true,
    'app-health-check-path': '/readyz',
    'app-health-probe-interval': 3,
    'app-health-probe-timeout': 2000,
    'app-health-threshold': 3,
    'disable-builtin-k8s-secret-store': true,
    'sidecar-seccomp-profile-type': 'RuntimeDefault',
    'sidecar-cpu-request': '10m',
    'sidecar-memory-request': '80Mi',
    'sidecar-memory-limit': '256Mi',
    // Rarer garbage collection, below the limit: a sidecar holds little and allocates much.
    env: 'GOGC=400,GOMEMLIMIT=200MiB',
    'log-as-json': true,
    ...(secret && {
      'env-from-secret': `${secret.variable}=${secret.secretKeyRef.name}:${secret.secretKeyRef.key}`,
    }),
    ...(usesState && databaseAccess(store).caSecret && { 'volume-mounts': `${CA_VOLUME}:${CA_FOLDER}` }),
  }
  return Object.fromEntries(
    Object.entries(annotations).map(([name, value]) => [`dapr.io/${name}`, String(value)]),
  )
}

import { type EnvValue, envVars } from '../secret-value.ts'
import type { Resources } from '../spec/workload.ts'
import type { Store } from '../store.ts'
import { type StoreChart, selectorOf } from './store-chart.ts'

/** The user of the store's own images. */
const STORE_USER = 65_532

export interface Mount {
  path: string
  volume: string
  readOnly?: boolean
}

export interface ContainerProps {
  name: string
  image: string
  resources: Resources
  user?: number
  args?: string[]
  env?: Record<string, EnvValue>
  ports?: Record<string, number>
  mounts?: Mount[]
  /** `startupProbe`, `lifecycle` and the like, as Kubernetes has them. */
  more?: Record<string, unknown>
}

/** A container as Pod Security Standards `restricted` wants it, with a root file system that nobody writes to. */
export const container = (store: Store, props: ContainerProps) => ({
  name: props.name,
  image: props.image,
  imagePullPolicy: store.spec.images.pullPolicy,
  ...(props.args && { args: props.args }),
  ...(props.env && { env: envVars(props.env) }),
  ...(props.ports && {
    ports: Object.entries(props.ports).map(([name, containerPort]) => ({ name, containerPort })),
  }),
  resources: withoutAbsent(props.resources),
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
    // Not of the pod: a sidecar's image has a user of its own.
    runAsUser: props.user ?? STORE_USER,
    runAsGroup: props.user ?? STORE_USER,
  },
  volumeMounts: [{ path: '/tmp', volume: 'tmp' }, ...(props.mounts ?? [])].map(volumeMount),
  ...props.more,
})

const volumeMount = ({ path, volume, readOnly }: Mount) => ({
  name: volume,
  mountPath: path,
  ...(readOnly && { readOnly }),
})

const withoutAbsent = ({ requests, limits }: Resources) => ({
  requests,
  limits: { memory: limits.memory, ...(limits.cpu && { cpu: limits.cpu }) },
})

/** Of a program on Node.js: a container that starts again does not compile everything again. */
export const nodeEnvironment = { NODE_COMPILE_CACHE: '/tmp/node-compile-cache' }

export const emptyDir = (name: string) => ({ name, emptyDir: {} })

export const secretFile = (name: string, secretName: string, key: string) => ({
  name,
  secret: { secretName, items: [{ key, path: key }] },
})

interface PodProps {
  part: string
  component: string
  /** Of its image, where that is one of the store's own. */
  version?: string
  serviceAccount: string
  containers: unknown[]
  initContainers?: unknown[]
  volumes?: unknown[]
  annotations?: Record<string, string>
  /** Of the files in its volumes. */
  group?: number
  more?: Record<string, unknown>
}

/** A pod template whose annotations change with the Secrets that it reads, so that new ones start new pods. */
export function podTemplate(chart: StoreChart, props: PodProps) {
  const { store } = chart
  const spec = {
    serviceAccountName: props.serviceAccount,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    ...pullSecrets(store),
    securityContext: {
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
      ...(props.group && { fsGroup: props.group, fsGroupChangePolicy: 'OnRootMismatch' }),
    },
    ...props.more,
    ...(props.initContainers && { initContainers: props.initContainers }),
    containers: props.containers,
    volumes: [emptyDir('tmp'), ...(props.volumes ?? [])],
  }
  const secrets = chart.secretsRevision(spec)
  const annotations = { ...props.annotations, ...(secrets && { 'aos.dev/secrets': secrets }) }
  return {
    metadata: {
      labels: {
        ...chart.labels,
        ...selectorOf(store, props.part),
        'app.kubernetes.io/component': props.component,
        ...(props.version && { 'app.kubernetes.io/version': props.version }),
      },
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec,
  }
}

export type PodTemplate = ReturnType<typeof podTemplate>

const pullSecrets = ({ spec: { images } }: Store) =>
  images.pullSecrets.length > 0 && { imagePullSecrets: images.pullSecrets.map((name) => ({ name })) }

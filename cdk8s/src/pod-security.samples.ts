import type { Manifest } from './store.samples.ts'

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]

/** Where a pod falls short of Pod Security Standards `restricted`, and of what the store asks of itself beyond. */
export const shortcomings = (template: Manifest): string[] => [
  ...podShortcomings(template.spec),
  ...[...(template.spec.initContainers ?? []), ...template.spec.containers].flatMap((container: Manifest) =>
    containerShortcomings(container, template.spec.securityContext ?? {}).map(
      (fault) => `${container.name}: ${fault}`,
    ),
  ),
]

const said = (faults: Record<string, boolean>): string[] =>
  Object.entries(faults)
    .filter(([, is]) => is)
    .map(([fault]) => fault)

const podShortcomings = (spec: Manifest): string[] =>
  said({
    'uses the host': Boolean(spec.hostNetwork || spec.hostPID || spec.hostIPC),
    'has volumes of other kinds': (spec.volumes ?? []).some(
      ({ name: _, ...volume }: Manifest) => !Object.keys(volume).every((kind) => VOLUMES.includes(kind)),
    ),
    'may run as root': spec.securityContext?.runAsNonRoot !== true,
    'has no seccomp profile': spec.securityContext?.seccompProfile?.type !== 'RuntimeDefault',
    'gets a service account token': spec.automountServiceAccountToken !== false,
    'has no identity of its own': !spec.serviceAccountName,
  })

function containerShortcomings(container: Manifest, pod: Manifest): string[] {
  const context = container.securityContext ?? {}
  const { requests, limits } = container.resources ?? {}
  return said({
    'is privileged': Boolean(context.privileged),
    'may gain privileges': context.allowPrivilegeEscalation !== false,
    'keeps capabilities': context.capabilities?.drop?.join() !== 'ALL' || Boolean(context.capabilities?.add),
    'may run as root': context.runAsNonRoot === false || !((context.runAsUser ?? pod.runAsUser) > 0),
    'may write to its root': context.readOnlyRootFilesystem !== true,
    'has another seccomp profile': context.seccompProfile !== undefined,
    'has a host port': (container.ports ?? []).some(({ hostPort }: Manifest) => hostPort),
    'requests nothing': !(requests?.cpu && requests?.memory),
    'has no limit of memory': !limits?.memory,
  })
}

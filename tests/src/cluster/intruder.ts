import { ports } from '@aos/contracts/services'
import type { Namespace } from './kubectl.ts'

const NAME = 'intruder'

/**
 * A pod in the store's own namespace with a sidecar and a certificate of its own, which no rule of the
 * store knows and none of its settings bind.
 */
export async function letIntruderIn(
  namespace: Namespace,
  image: string,
): Promise<{ remove(): Promise<unknown> }> {
  const remove = () =>
    namespace.run('delete', 'deployment', NAME, '--ignore-not-found', '--cascade=foreground')
  await remove()
  await namespace.apply(deployment(image))
  await namespace.rolledOut(NAME, 180_000)
  return { remove }
}

const labels = { app: NAME }

const deployment = (image: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: NAME },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: {
        labels,
        annotations: {
          'dapr.io/enabled': 'true',
          'dapr.io/app-id': NAME,
          // It would want an account's token.
          'dapr.io/disable-builtin-k8s-secret-store': 'true',
          'dapr.io/sidecar-seccomp-profile-type': 'RuntimeDefault',
        },
      },
      spec: {
        automountServiceAccountToken: false,
        terminationGracePeriodSeconds: 1,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [
          {
            name: NAME,
            image,
            command: [
              'node',
              '-e',
              `require('node:http').createServer((_, r) => r.end()).listen(${ports.gateway.app})`,
            ],
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
              runAsUser: 65_532,
            },
          },
        ],
      },
    },
  },
})

import { kubectl, Namespace, type Resource } from './kubectl.ts'

const PORT = 8080

/** Whether this cluster's network keeps to policies: many small ones store them, and let everything pass. */
export async function enforcesNetworkPolicies(image: string): Promise<boolean> {
  const namespace = new Namespace('aos-network-probe')
  const remove = () =>
    kubectl(['delete', 'namespace', namespace.name, '--ignore-not-found', '--timeout=60s'], {
      withinMs: 90_000,
    })
  await remove()
  await kubectl(['create', 'namespace', namespace.name])
  try {
    await namespace.apply(denyAll)
    await Promise.all(['asked', 'asking'].map((name) => namespace.apply(pod(name, image))))
    await namespace.wait('pod/asked', 'condition=Ready', 60_000)
    await namespace.wait('pod/asking', 'condition=Ready', 60_000)
    const { status } = await namespace.get<Resource & { status: { podIP: string } }>('pod', 'asked')
    const ask = `fetch('http://${status.podIP}:${PORT}', { signal: AbortSignal.timeout(3000) })
      .then(() => console.log('passed'), () => console.log('stopped'))`
    return (await namespace.exec('pod/asking', 'probe', ['node', '-e', ask])).trim() === 'stopped'
  } finally {
    await remove()
  }
}

const denyAll = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'deny-all' },
  spec: { podSelector: {}, policyTypes: ['Ingress'] },
}

const pod = (name: string, image: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: {
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 0,
    containers: [
      {
        name: 'probe',
        image,
        command: ['node', '-e', `require('node:http').createServer((_, r) => r.end()).listen(${PORT})`],
        readinessProbe: { tcpSocket: { port: PORT }, periodSeconds: 1 },
      },
    ],
  },
})

import { kubectl } from './kubectl.ts'

export interface Usage {
  namespace: string
  name: string
  bytes: number
  cpuSeconds: number
  at: number
}

interface Summary {
  pods: {
    podRef: { name: string; namespace: string }
    cpu?: { time: string; usageCoreNanoSeconds?: number }
    memory?: { workingSetBytes?: number }
  }[]
}

/** What pods use, as the kubelets say; `kubectl top` would need a metrics server. */
export async function usageOfPods(): Promise<Usage[]> {
  const nodes = (await kubectl(['get', 'nodes', '--output=name'])).trim().split('\n')
  const summaries = nodes.map(async (node): Promise<Summary> => {
    const path = `/api/v1/nodes/${node.replace('node/', '')}/proxy/stats/summary`
    return JSON.parse(await kubectl(['get', '--raw', path]))
  })
  return (await Promise.all(summaries)).flatMap(({ pods }) =>
    pods.map(({ podRef, cpu, memory }) => ({
      name: podRef.name,
      namespace: podRef.namespace,
      bytes: memory?.workingSetBytes ?? 0,
      cpuSeconds: (cpu?.usageCoreNanoSeconds ?? 0) / 1e9,
      at: Date.parse(cpu?.time ?? '') || Date.now(),
    })),
  )
}

/** Thousandths of a processor that the same pods used in between. */
export function millicores(before: readonly Usage[], after: readonly Usage[]): number {
  return after.reduce((total, { name, cpuSeconds, at }) => {
    const earlier = before.find((pod) => pod.name === name)
    if (!earlier || at <= earlier.at) return total
    return total + ((cpuSeconds - earlier.cpuSeconds) / (at - earlier.at)) * 1e6
  }, 0)
}

/** Megabytes by the name of the Deployment or StatefulSet. */
export function megabytesByPart(pods: readonly Usage[]): Record<string, number> {
  const parts: Record<string, number> = {}
  for (const { name, bytes } of pods) {
    // orders-7d9f8b6c5d-x2x7k, postgres-0
    const part = name.replace(/-[a-z0-9]{6,10}-[a-z0-9]{5}$|-\d+$/, '')
    parts[part] = (parts[part] ?? 0) + bytes / 1e6
  }
  return parts
}

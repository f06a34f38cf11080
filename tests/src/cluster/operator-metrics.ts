import { request } from 'undici'
import { Namespace } from './kubectl.ts'
import { PortForward } from './port-forward.ts'

/** Where the operator runs, and what it counts with. */
export interface Operator {
  namespace: string
  /** What selects its pods. */
  selector: string
  /** Of its metrics. */
  port: number
}

/** Reads the metrics of the pod that works; the others only wait. */
export class OperatorMetrics {
  readonly #way: PortForward

  private constructor(way: PortForward) {
    this.#way = way
  }

  static async of({ namespace, selector, port }: Operator): Promise<OperatorMetrics> {
    const pods = await new Namespace(namespace).list('pods', selector)
    for (const { metadata } of pods) {
      const metrics = new OperatorMetrics(await PortForward.to(namespace, `pod/${metadata.name}`, port))
      if ((await metrics.read()).get('store_operator_leading') === 1) return metrics
      metrics.close()
    }
    throw new Error(`none of the operator's ${pods.length} pods leads`)
  }

  /** Name → value, summed up over all labels. */
  async read(): Promise<Map<string, number>> {
    const { body } = await request(`http://${this.#way.address}/metrics`)
    return metricsIn(await body.text())
  }

  close(): void {
    this.#way.stop()
  }
}

export function metricsIn(text: string): Map<string, number> {
  const metrics = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, name, value] = /^(\w+)(?:\{.*\})? (\S+)/.exec(line) ?? []
    if (name) metrics.set(name, (metrics.get(name) ?? 0) + Number(value))
  }
  return metrics
}

import { ApiObject, App, Chart } from 'cdk8s'
import type { Construct } from 'constructs'
import { digest } from '../digest.ts'
import { secretsIn } from '../secret-value.ts'
import { PHASE_LABEL, type Phase, STORE_LABEL, type Store, type Surroundings } from '../store.ts'

/** All resources of one store; what they contain can ask it for the store that they belong to. */
export class StoreChart extends Chart {
  readonly store: Store
  readonly surroundings: Surroundings

  constructor(store: Store, surroundings: Surroundings) {
    super(new App(), store.name, {
      namespace: store.namespace,
      labels: {
        'app.kubernetes.io/instance': store.name,
        'app.kubernetes.io/part-of': 'awesome-online-store',
        'app.kubernetes.io/managed-by': 'aos',
        [STORE_LABEL]: store.name,
      },
    })
    this.store = store
    this.surroundings = surroundings
  }

  static override of(scope: Construct): StoreChart {
    return Chart.of(scope) as StoreChart
  }

  get objects(): ApiObject[] {
    return this.node.findAll().filter((node) => ApiObject.isApiObject(node))
  }

  /** Changes when a Secret that this value refers to does; undefined when nothing is known of any. */
  secretsRevision(value: unknown): string | undefined {
    const { secretRevisions } = this.surroundings
    const known = secretsIn(value)
      .filter((name) => name in secretRevisions)
      .sort()
    return known.length > 0 ? digest(known.map((name) => [name, secretRevisions[name]])) : undefined
  }
}

interface ResourceProps {
  apiVersion: string
  kind: string
  name: string
  phase: Phase
  /** Which part of the store it belongs to: a service, `kafka`, `web`. */
  part: string
  labels?: Record<string, string>
  annotations?: Record<string, string>
  [field: string]: unknown
}

export const resource = (
  scope: Construct,
  { apiVersion, kind, name, phase, part, labels = {}, annotations, ...rest }: ResourceProps,
): ApiObject =>
  new ApiObject(scope, `${kind}-${name}`, {
    apiVersion,
    kind,
    ...rest,
    metadata: {
      name,
      labels: { ...partLabel(part), [PHASE_LABEL]: phase, ...labels },
      ...(annotations && { annotations }),
    },
  })

export const partLabel = (part: string) => ({ 'app.kubernetes.io/name': part })

/** What selects the pods of a part, and never changes. */
export const selectorOf = (store: Store, part: string): Record<string, string> => ({
  ...partLabel(part),
  [STORE_LABEL]: store.name,
})

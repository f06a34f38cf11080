import { Construct } from 'constructs'
import { digest } from '../digest.ts'
import type { Phase } from '../store.ts'
import { type PodTemplate, podTemplate } from './pod.ts'
import { resource, StoreChart } from './store-chart.ts'

/** Of what runs once and is soon done. */
export const setupResources = { requests: { cpu: '10m', memory: '96Mi' }, limits: { memory: '256Mi' } }

interface Props extends Omit<Parameters<typeof podTemplate>[1], 'component'> {
  phase: Phase
}

/**
 * Runs once for each thing that it could do: its name is a hash of what it runs, so that another version,
 * another setting or another password makes another Job, and the same ones make none.
 * It is not cleaned away after a while, or it would be made again.
 */
export class OneTimeJob extends Construct {
  constructor(scope: Construct, { phase, part, ...pod }: Props) {
    super(scope, `job-${part}`)
    const template: PodTemplate = podTemplate(StoreChart.of(scope), {
      ...pod,
      part,
      component: 'setup',
      more: { restartPolicy: 'OnFailure', ...pod.more },
    })
    resource(this, {
      apiVersion: 'batch/v1',
      kind: 'Job',
      name: `${part}-${digest(template)}`,
      part,
      phase,
      labels: { 'app.kubernetes.io/component': 'setup' },
      spec: { backoffLimit: 20, template },
    })
  }
}

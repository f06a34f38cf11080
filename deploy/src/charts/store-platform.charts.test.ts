import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { metrics as ofServices, registry } from '@aos/chassis/metrics'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { registry as ofOperator } from '../../../services/operator/src/metrics.ts'
import { chart, helm, ofKind, template } from './helm.ts'
import { dependenciesOf, withStandIns } from './stand-ins.ts'

const folder = chart('store-platform')
const parts = dependenciesOf(folder)
let offline: string
beforeAll(() => {
  offline = withStandIns(folder)
})

const given = async (values: Record<string, string>) =>
  new Map(
    ofKind(await template(offline, values), 'ConfigMap').flatMap(({ metadata, data }) =>
      metadata.name.startsWith('given-to-')
        ? [
            [
              metadata.name.slice('given-to-'.length),
              JSON.parse((data as { values: string }).values),
            ] as const,
          ]
        : [],
    ),
  )

describe('the chart of the platform', () => {
  it('has nothing that Helm’s linter minds', async () => {
    const words = await helm('lint', '--strict', offline, '--kube-version', '1.34.0')
    expect(words).toContain('0 chart(s) failed')
  })

  it('installs nothing that was not asked for', async () => {
    expect(await template(offline)).toEqual([])
  })

  it.each(parts)('switches $name by $condition', async ({ name, alias = name, condition }) => {
    expect(condition).toBe(`${alias}.enabled`)
    expect([...(await given({ [condition]: 'true' })).keys()]).toEqual([alias])
  })

  it('gives each part what a store needs of it', async () => {
    const on = Object.fromEntries(parts.map(({ condition }) => [condition, 'true']))
    const values = await given(on)
    expect(values.get('dapr')).toMatchObject({ global: { mtls: { enabled: true } } })
    expect(values.get('strimzi')).toMatchObject({ watchAnyNamespace: true })
    expect(values.get('prometheus')?.prometheus.prometheusSpec).toMatchObject({
      podMonitorSelectorNilUsesHelmValues: false,
      ruleSelectorNilUsesHelmValues: false,
    })
  })

  it('keeps traces in a pod that passes the Pod Security Standard restricted', async () => {
    const [zipkin] = ofKind(await template(offline, { 'zipkin.enabled': 'true' }), 'Deployment')
    expect(zipkin?.spec).toMatchObject({
      template: {
        spec: {
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } },
          ],
        },
      },
    })
  })
})

/** Names that look like metrics of ours or of the process, in a PromQL expression. */
const metricsIn = (expression: string): string[] =>
  [...expression.replaceAll(/\{[^}]*\}/g, '').matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)]
    .map(([name]) => name.replace(/_(bucket|sum|count)$/, ''))
    .filter((name) => !['max_over_time', 'histogram_quantile', 'label_values'].includes(name))

async function knownMetrics(): Promise<Set<string>> {
  expect(ofServices.sagaTransitions).toBeDefined()
  const names = [...(await registry.getMetricsAsJSON()), ...(await ofOperator.getMetricsAsJSON())]
  return new Set([...names.map(({ name }) => name), 'emails_total'])
}

describe('dashboards and alerts', () => {
  it.each(['store', 'operator'])('dashboard %s asks for metrics that there are', async (name) => {
    const shown = ofKind(await template(offline, { 'dashboards.enabled': 'true' }), 'ConfigMap')
    const map = shown.find(({ metadata }) => metadata.name === `store-dashboard-${name}`)
    const dashboard = JSON.parse(((map?.data ?? {}) as Record<string, string>)[`${name}.json`] ?? '')
    const expressions: string[] = dashboard.panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
      targets.map(({ expr }) => expr),
    )
    const known = await knownMetrics()
    expect(expressions.flatMap(metricsIn).filter((metric) => !known.has(metric))).toEqual([])
    expect(expressions.length).toBeGreaterThan(5)
  })

  it('alerts watch metrics that there are, and say what to do', async () => {
    const [rule] = ofKind(await template(offline, { 'rules.enabled': 'true' }), 'PrometheusRule')
    const groups = parse(readFileSync(join(folder, 'files', 'rules.yaml'), 'utf8')).groups
    expect(rule?.spec).toEqual({ groups })
    const known = await knownMetrics()
    const alerts = groups.flatMap(({ rules }: { rules: Alert[] }) => rules) as Alert[]
    expect(alerts.flatMap(({ expr }) => metricsIn(expr)).filter((metric) => !known.has(metric))).toEqual([])
    for (const { annotations, labels } of alerts) {
      expect(annotations).toMatchObject({ summary: expect.any(String), description: expect.any(String) })
      expect(labels.severity).toMatch(/^(warning|critical)$/)
    }
  })
})

interface Alert {
  expr: string
  labels: { severity: string }
  annotations: Record<string, string>
}

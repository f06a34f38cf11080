import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'

interface Dependency {
  name: string
  alias?: string
  version: string
  condition: string
}

export const dependenciesOf = (chart: string): Dependency[] =>
  parse(readFileSync(join(chart, 'Chart.yaml'), 'utf8')).dependencies

/**
 * A copy of a chart in which charts of the same names stand in for those that would have to be fetched.
 * Each shows the values that it was given, so that switches and values can be checked without a network.
 */
export function withStandIns(chart: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'aos-chart-')), 'store-platform')
  cpSync(chart, copy, {
    recursive: true,
    filter: (path) => !/store-platform\/(charts|Chart\.lock)/.test(path),
  })
  for (const { name, version } of dependenciesOf(chart)) {
    const folder = join(copy, 'charts', name)
    mkdirSync(join(folder, 'templates'), { recursive: true })
    const least = /\d+(\.\d+)*/.exec(version)?.[0]
    writeFileSync(join(folder, 'Chart.yaml'), `apiVersion: v2\nname: ${name}\nversion: ${least}\n`)
    writeFileSync(join(folder, 'templates', 'given.yaml'), GIVEN)
  }
  return copy
}

const GIVEN = `apiVersion: v1
kind: ConfigMap
metadata: { name: "given-to-{{ .Chart.Name }}" }
data: { values: {{ toJson .Values | quote }} }
`

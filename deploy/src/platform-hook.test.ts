import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { searchPath } from './config.ts'
import { root } from './skaffold/read.ts'

/** A kubectl of a cluster that has some things, and a helm that writes down what it is asked to do. */
function clusterWith(...there: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'aos-platform-'))
  const log = join(folder, 'log')
  const program = (name: string, script: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  const answers = there.map((name) => `*" ${name}") echo ${name} ;;`).join(' ')
  program('kubectl', `case " $*" in ${answers} *" get crd "*) exit 1 ;; esac`)
  program('helm', `echo "$*" >>${log}; case $1 in dependency) cat "$3/Chart.yaml" >${log}.chart ;; esac`)
  writeFileSync(log, '')
  return {
    install: (...parts: string[]) =>
      execFileSync('sh', ['deploy/hooks/platform.sh', ...parts], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: searchPath(folder) },
      }),
    helmCalls: () => readFileSync(log, 'utf8'),
    chart: () => parse(readFileSync(`${log}.chart`, 'utf8')),
  }
}

describe('the platform', () => {
  it('is left alone where it is there', () => {
    const cluster = clusterWith('components.dapr.io')
    expect(cluster.install('dapr')).toBe('dapr: there\n')
    expect(cluster.helmCalls()).toBe('')
  })

  it.each([
    ['dapr', 'dapr-system', 'dapr.enabled=true'],
    ['ingress', 'traefik', 'traefik.enabled=true'],
    ['certManager', 'cert-manager', 'certManager.enabled=true'],
  ])('gets %s where that is missing, and fetches nothing else', (part, namespace, value) => {
    const cluster = clusterWith()
    cluster.install(part)
    expect(cluster.helmCalls()).toContain(`--set ${value} --namespace ${namespace} --create-namespace`)
    expect(cluster.chart().dependencies).toEqual([
      expect.objectContaining({ condition: value.replace('=true', '') }),
    ])
    expect(cluster.chart()).toMatchObject({ name: 'store-platform', apiVersion: 'v2' })
  })

  it('refuses a part that it does not know', () => {
    expect(() => clusterWith().install('mesh')).toThrow('there is no part mesh')
  })
})

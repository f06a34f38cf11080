import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSkaffold, root } from './read.ts'

const source = readFileSync(join(root, 'skaffold.yaml'), 'utf8')

function changed(from: string | RegExp, to: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'aos-skaffold-')), 'skaffold.yaml')
  writeFileSync(file, source.replace(from, to))
  return file
}

describe('skaffold.yaml', () => {
  it('without a profile says the same as with the profile laptop', () => {
    expect(readSkaffold('laptop').manifests.rawYaml).toEqual(['deploy/stores/laptop.yaml'])
    expect(readSkaffold('laptop').deploy.helm?.releases.map(({ name }) => name)).toEqual(['store-operator'])
  })

  it('in production has its own Store, operator values and platform', () => {
    const { manifests, deploy } = readSkaffold('production')
    expect(manifests.rawYaml).toEqual(['deploy/stores/production.yaml'])
    expect(deploy.helm?.releases[0]?.valuesFiles).toEqual(['deploy/values/operator-production.yaml'])
    expect(deploy.kubectl.hooks.before[0]?.host.command).toContain('strimzi')
  })

  it('has a profile without the operator', () => {
    expect(readSkaffold('manifests').deploy.helm).toBeUndefined()
  })

  it('names the profiles when one is asked for that is not there', () => {
    expect(() => readSkaffold('staging')).toThrow('choose one of laptop, production, manifests')
  })

  it('is refused when it says what only Skaffold would do', () => {
    const file = changed('  kubectl:\n', '  kubectl:\n    defaultNamespace: shop\n')
    expect(() => readSkaffold('laptop', file)).toThrow('defaultNamespace')
  })

  it('is refused when a profile changes what is not there', () => {
    const file = changed('path: /deploy/helm/releases/0/valuesFiles/0', 'path: /deploy/helm/releases/7/wait')
    expect(() => readSkaffold('production', file)).toThrow('nothing at /deploy/helm/releases/7/wait')
  })
})

import { describe, expect, it } from 'vitest'
import { installationOf } from './releases.ts'
import type { Release } from './skaffold/schema.ts'

const release: Release = {
  name: 'store-operator',
  chartPath: 'charts/store-operator',
  namespace: 'store-system',
  createNamespace: true,
  wait: true,
  valuesFiles: [],
  setValueTemplates: { 'image.reference': '{{.IMAGE_FULLY_QUALIFIED_operator}}' },
}

describe('the installation of a release', () => {
  it('sets the image that was built where Skaffold would', () => {
    const images = new Map([['operator', 'localhost:5000/operator:abc@sha256:1']])
    const { args } = installationOf(release, images)
    expect(args).toContain('image.reference=localhost:5000/operator:abc@sha256:1')
  })

  it('fails where a template is not understood, rather than installing something else', () => {
    const unknown = { ...release, setValueTemplates: { 'image.tag': '{{.IMAGE_TAG_operator}}' } }
    expect(() => installationOf(unknown, new Map())).toThrow('image.tag')
  })
})

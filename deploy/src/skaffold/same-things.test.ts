import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StoreSpec } from '@aos/cdk8s/store-spec'
import { serviceNames } from '@aos/contracts/services'
import { describe, expect, it } from 'vitest'
import { isStore, readManifests } from '../manifests.ts'
import { readSkaffold, root } from './read.ts'

const profiles = ['laptop', 'production'] as const
const artifacts = readSkaffold('laptop').build.artifacts
const names = artifacts.map(({ image }) => image)

function imagesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'image' && typeof inner === 'string' ? [inner] : imagesIn(inner),
  )
}

describe('Skaffold and npm run deploy', () => {
  it('build an image of everything that runs in a cluster', () => {
    expect([...names].sort()).toEqual([...serviceNames, 'operator', 'simulators', 'web'].sort())
  })

  it.each(artifacts)('build $image from what is there', ({ image, docker }) => {
    expect(existsSync(join(root, docker.dockerfile))).toBe(true)
    if (image === 'web') return expect(docker.dockerfile).toBe('web/Dockerfile')
    expect(docker.buildArgs).toEqual({ SERVICE: image })
    expect(existsSync(join(root, 'services', image, 'src', 'main.ts'))).toBe(true)
  })

  it.each([...profiles, 'manifests'])('name charts, values and hooks that are there: %s', (profile) => {
    const { deploy } = readSkaffold(profile)
    const releases = deploy.helm?.releases ?? []
    const { before, after } = deploy.kubectl.hooks
    const files = [
      ...releases.map(({ chartPath }) => join(chartPath, 'Chart.yaml')),
      ...releases.flatMap(({ valuesFiles }) => valuesFiles),
      ...[...before, ...after].flatMap(({ host: { command } }) =>
        command.filter((word) => word.includes('/')),
      ),
    ]
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
    expect(files.length).toBeGreaterThanOrEqual(4)
  })

  it.each(profiles)('give every part of the Store the image that was built: %s', (profile) => {
    const stores = readManifests(readSkaffold(profile)).filter(isStore)
    expect(stores).toHaveLength(1)
    const simulated = profile === 'laptop' ? ['simulators'] : []
    expect(imagesIn(stores[0]?.spec).sort()).toEqual([...serviceNames, 'web', ...simulated].sort())
  })

  it('give every program of the synthesised manifests the image that was built', () => {
    const found = new Set(imagesIn(readManifests(readSkaffold('manifests'))))
    for (const name of [...serviceNames, 'web', 'simulators']) expect(found).toContain(name)
    expect([...found].filter((image) => !image.includes(':') && !names.includes(image))).toEqual([])
  })

  it.each(profiles)('apply a Store that its schema accepts: %s', (profile) => {
    const [store] = readManifests(readSkaffold(profile))
    expect(StoreSpec.safeParse(store?.spec).error?.issues).toBeUndefined()
  })
})

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { gitOpsManifests } from './store-manifests.ts'

const root = join(import.meta.dirname, '..', '..')
const stores = readdirSync(join(root, 'deploy', 'stores')).map((file) => basename(file, '.yaml'))

it('both example stores are there', () => {
  expect(stores.sort()).toEqual(['laptop', 'production'])
})

it.each(stores)('the manifests of the store %s are as they were committed', async (name) => {
  const file = join(root, 'deploy', 'stores', `${name}.yaml`)
  await expect(gitOpsManifests(file)).toMatchFileSnapshot(join(root, 'manifests', `${name}.yaml`))
})

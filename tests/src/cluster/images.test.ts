import { expect, it } from 'vitest'
import { repositoryOf } from './images.ts'

it.each([
  ['localhost:5000/orders', 'localhost:5000/orders'],
  ['localhost:5000/orders:0.1.0', 'localhost:5000/orders'],
  [`localhost:5000/orders:0.1.0@sha256:${'a'.repeat(64)}`, 'localhost:5000/orders'],
  ['ghcr.io/awesome/orders:0.1.0', 'ghcr.io/awesome/orders'],
])('%s is of the repository %s', (image, repository) => {
  expect(repositoryOf(image)).toBe(repository)
})

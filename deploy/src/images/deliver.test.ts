import { describe, expect, it } from 'vitest'
import { needsRegistry } from './deliver.ts'

describe('a cluster', () => {
  it.each(['kind-shop', 'minikube', 'k3d-shop', 'docker-desktop', 'orbstack', 'colima'])(
    'of context %s is given images without a registry',
    (context) => expect(needsRegistry(context)).toBe(false),
  )

  it.each(['kubernetes-admin@kubernetes', 'gke_project_zone_kind-shop', 'my-minikube-friend'])(
    'of context %s needs a registry',
    (context) => expect(needsRegistry(context)).toBe(true),
  )
})

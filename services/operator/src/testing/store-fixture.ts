import { storeCrd } from '@aos/cdk8s/store-crd'
import { KubeConfig } from '@kubernetes/client-node'
import { isStatus } from '../api-error.ts'
import { ApiServer } from '../api-server.ts'
import { kinds, pathOf, storeKind } from '../kinds.ts'
import { conditionOf, type KubeObject } from '../objects.ts'
import type { StoreResource } from '../store-resource.ts'
import { ApiProxy } from './api-proxy.ts'
import { forNoNode, Kubelet } from './kubelet.ts'
import { OperatorProcess } from './operator-process.ts'

const SECOND = 1000

/** A namespace of its own on the real API server, with a way in for an operator that the test controls. */
export class StoreFixture {
  readonly namespace: string
  readonly api: ApiServer
  readonly proxy = new ApiProxy()
  readonly kubelet: Kubelet
  readonly #operators: OperatorProcess[] = []
  readonly #proxies = [this.proxy]

  private constructor(name: string) {
    this.namespace = `op-${name}-${Date.now().toString(36)}`
    this.api = directApi()
    this.kubelet = new Kubelet(this.api, this.namespace)
  }

  static async make(name: string): Promise<StoreFixture> {
    const fixture = new StoreFixture(name)
    await installCrd(fixture.api)
    await fixture.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: fixture.namespace },
    })
    await fixture.proxy.start()
    fixture.proxy.rewrite(forNoNode)
    fixture.kubelet.start()
    return fixture
  }

  async anotherProxy(): Promise<ApiProxy> {
    const proxy = new ApiProxy()
    await proxy.start()
    proxy.rewrite(forNoNode)
    this.#proxies.push(proxy)
    return proxy
  }

  async operator(identity = 'operator-0', proxy = this.proxy): Promise<OperatorProcess> {
    const operator = await OperatorProcess.start({ apiUrl: proxy.url, namespace: this.namespace, identity })
    this.#operators.push(operator)
    return operator
  }

  async remove(): Promise<void> {
    await Promise.all(this.#operators.map((operator) => operator.kill()))
    await this.delete(`/api/v1/namespaces/${this.namespace}`)
    await this.kubelet.stop()
    await Promise.all(this.#proxies.map((proxy) => proxy.stop()))
    await this.api.close()
  }

  create(path: string, body: object): Promise<KubeObject> {
    return this.api.write({ method: 'POST', path, body })
  }

  /** A store of the smallest kind; what is named here is added to its spec. */
  createStore(spec: Record<string, unknown> = {}, name = 'awesome'): Promise<KubeObject> {
    return this.create(pathOf(storeKind, this.namespace), {
      apiVersion: storeKind.apiVersion,
      kind: storeKind.kind,
      metadata: { name, namespace: this.namespace },
      spec: { ...smallest, ...spec },
    })
  }

  store(name = 'awesome'): Promise<StoreResource> {
    return this.api.read(pathOf(storeKind, this.namespace, name))
  }

  changeStore(spec: Record<string, unknown>, name = 'awesome'): Promise<KubeObject> {
    return this.patch(pathOf(storeKind, this.namespace, name), { spec })
  }

  patch(path: string, body: object): Promise<KubeObject> {
    const query = { fieldManager: 'somebody' }
    return this.api.write({ method: 'PATCH', path, query, contentType: 'application/merge-patch+json', body })
  }

  async delete(path: string): Promise<void> {
    await this.api.write({ method: 'DELETE', path, body: {} })
  }

  path(kind: string, name?: string): string {
    const known = kinds.find((each) => each.kind === kind)
    if (!known) throw new Error(`no such kind: ${kind}`)
    return pathOf(known, this.namespace, name)
  }

  read(kind: string, name: string): Promise<KubeObject> {
    return this.api.read(this.path(kind, name))
  }

  async exists(kind: string, name: string): Promise<boolean> {
    return this.read(kind, name).then(
      () => true,
      (error) => {
        if (isStatus(error, 404)) return false
        throw error
      },
    )
  }

  /** Ready for the spec as it is now, at this version. */
  isReady(version = '0.1.0', name = 'awesome'): Promise<StoreResource> {
    return this.until(`${name} ready at ${version}`, async () => {
      const store = await this.store(name)
      const ready = conditionOf(store, 'Ready')
      const isCurrent = store.status?.observedGeneration === store.metadata.generation
      const isSo = ready?.status === 'True' && isCurrent && store.status?.version === version
      return isSo ? store : undefined
    })
  }

  /** Until a condition of the Store has this reason. */
  says(type: string, reason: string, name = 'awesome', seconds = 240): Promise<string> {
    const look = async () => {
      const condition = conditionOf(await this.store(name), type)
      return condition?.reason === reason ? (condition.message ?? '') : undefined
    }
    return this.until(`${type} for the reason ${reason}`, look, seconds)
  }

  async until<T>(what: string, look: () => Promise<T | undefined | false>, seconds = 240): Promise<T> {
    const end = Date.now() + seconds * SECOND
    while (Date.now() < end) {
      const found = await look().catch(() => undefined)
      if (found) return found
      await new Promise((done) => setTimeout(done, 200))
    }
    const stores = await this.api.list(pathOf(storeKind, this.namespace))
    const output = this.#operators.map((operator) => operator.output.slice(-1500)).join('\n')
    throw new Error(
      `not within ${seconds} s: ${what}\n${JSON.stringify(stores.map(({ status }) => status))}\n${output}`,
    )
  }

  /** How many writes come from the operator in a while, once it has come to rest. */
  async writesAtRest(seconds: number): Promise<string[]> {
    await this.until('a while without a write', async () => {
      const last = this.proxy.writes.at(-1)?.atMs ?? 0
      return Date.now() - last > 4 * SECOND
    })
    const before = this.proxy.writes.length
    await new Promise((done) => setTimeout(done, seconds * SECOND))
    return this.proxy.writes.slice(before).map(({ method, path }) => `${method} ${path}`)
  }
}

const smallest = {
  version: '0.1.0',
  host: 'shop.example.test',
  kafka: { type: 'single' },
  database: { type: 'single' },
  simulators: { enabled: true },
  autoscaling: { type: 'none' },
}

function directApi(): ApiServer {
  const kubeConfig = new KubeConfig()
  kubeConfig.loadFromDefault()
  return new ApiServer(kubeConfig, 60 * SECOND)
}

async function installCrd(api: ApiServer): Promise<void> {
  const crd = storeCrd()
  const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${crd.metadata.name}`
  const query = { fieldManager: 'tests', force: true }
  await api.write({ method: 'PATCH', path, query, contentType: 'application/apply-patch+yaml', body: crd })
  for (let left = 50; left > 0; left--) {
    if (conditionOf(await api.read(path), 'Established')?.status === 'True') return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error('the CustomResourceDefinition was not established')
}

import { type DatabaseAccess, databaseAccess, databaseUrl, passwordOf } from '@aos/cdk8s/database-access'
import { StoreSpec, type StoreSpecInput } from '@aos/cdk8s/store-spec'
import { databaseNames, platformPorts } from '@aos/contracts/services'
import { until } from '../harness/until.ts'
import type { Books } from '../invariants/gather.ts'
import { Shoppers } from '../load/shopper.ts'
import { lookupAt } from './ingress.ts'
import { Namespace, type Resource } from './kubectl.ts'
import { PortForward } from './port-forward.ts'
import { isReady, type StoreObject, summaryOf } from './store-object.ts'

/** What a test file has to know of the store that the stage made. */
export interface StoreAddress {
  namespace: string
  name: string
  host: string
  /** Of the ingress controller. */
  ingress: string
}

/** A Store of the cluster, with ways to all that shoppers do not see. Whoever opens it closes it. */
export class ClusterStore {
  readonly address: StoreAddress
  readonly namespace: Namespace
  readonly shop: string
  readonly place: Books
  readonly #forwards: PortForward[]

  private constructor(address: StoreAddress, place: Books, forwards: PortForward[]) {
    this.address = address
    this.namespace = new Namespace(address.namespace)
    this.shop = `http://${address.host}`
    this.place = place
    this.#forwards = forwards
  }

  static async open(address: StoreAddress): Promise<ClusterStore> {
    const namespace = new Namespace(address.namespace)
    const forwards: PortForward[] = []
    const wayTo = async (service: string, port: number) => {
      const forward = await PortForward.to(address.namespace, `service/${service}`, port)
      forwards.push(forward)
      return forward.address
    }
    const addresses = {
      paymentBroker: `http://${await wayTo('payment-broker', platformPorts.paymentBroker)}`,
      carrier: `http://${await wayTo('carrier', platformPorts.carrier)}`,
      mailbox: `http://${await wayTo('mailbox', platformPorts.mailbox)}`,
    }
    const { spec } = await namespace.get<StoreObject>('store', address.name)
    const access = databaseAccess({ ...address, spec: StoreSpec.parse(spec) })
    const databaseUrls = await urlsThrough(await wayTo(access.host, access.port), access, namespace)
    return new ClusterStore(address, { addresses, databaseUrls }, forwards)
  }

  shoppers(): Shoppers {
    return new Shoppers(this.shop, lookupAt({ address: this.address.ingress }))
  }

  object(): Promise<StoreObject> {
    return this.namespace.get<StoreObject>('store', this.address.name)
  }

  async change(spec: Partial<StoreSpecInput>): Promise<void> {
    await this.namespace.patch('store', this.address.name, { spec })
  }

  /** Waits until the operator says so. @throws with what it says instead. */
  async becomes(what: string, isSo: (store: StoreObject) => boolean, withinMs: number): Promise<void> {
    let said = ''
    const look = async () => {
      const store = await this.object()
      const says = summaryOf(store)
      if (says !== said) console.log(`${this.address.name}: ${says}`)
      said = says
      return isSo(store)
    }
    await until(what, look, { withinMs, everyMs: 1000 }).catch((error: Error) => {
      throw new Error(`${error.message}; the operator says: ${said}`)
    })
  }

  becomesReady(withinMs: number): Promise<void> {
    return this.becomes('the store is ready', isReady, withinMs)
  }

  /** Of one part of the store, such as `orders`. */
  pods(part: string): Promise<Pod[]> {
    return this.namespace.list<Pod>(
      'pods',
      `app.kubernetes.io/name=${part},aos.dev/store=${this.address.name}`,
    )
  }

  close(): void {
    for (const forward of this.#forwards) forward.stop()
  }
}

interface Container {
  name: string
  image: string
}

export interface Pod extends Resource {
  spec: { containers: Container[]; initContainers?: Container[] }
  status: {
    podIP?: string
    containerStatuses?: { name: string; restartCount: number; ready: boolean }[]
  }
}

interface Secret extends Resource {
  data: Record<string, string>
}

/** The URLs that services use, but past the way through which the server is reached from here. */
async function urlsThrough(
  address: string,
  access: DatabaseAccess,
  namespace: Namespace,
): Promise<Record<string, string>> {
  const [host = '', port] = address.split(':')
  const here = { ...access, host, port: Number(port) }
  const urls = databaseNames.map(async (name): Promise<[string, string]> => {
    const { secret, key } = passwordOf(name)
    const { data } = await namespace.get<Secret>('secret', secret)
    const password = Buffer.from(data[key] ?? '', 'base64').toString()
    return [name, databaseUrl(here, name).around?.(password) ?? '']
  })
  return Object.fromEntries(await Promise.all(urls))
}

import { writeFileSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { testConfig } from '../config.ts'
import { artifact } from '../harness/artifacts.ts'
import { runCommand } from '../stages/run-command.ts'
import type { StoreAddress } from './cluster-store.ts'
import { type Figures, measureAtRest, reportOf } from './figures.ts'
import { Namespace, type Resource } from './kubectl.ts'
import { conditionOf, type StoreObject } from './store-object.ts'
import { pushOtherVersions, type Versions, versionOf } from './versions.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    clusterStore: StoreAddress
    versions: Versions
  }
}

const NAMESPACE = 'aos-test'
/** Not below localhost, where browsers are more trusting than anywhere else. */
const HOST = 'shop.aos-test.example'

const deploy = (...args: string[]) =>
  runCommand('npm', 'run', '--silent', 'deploy', '--', '--namespace', NAMESPACE, '--own-operator', ...args)

/** Installs everything as the README says, with a store and an operator of the tests' own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DEFAULT_REPO, INGRESS_ADDRESS, KEEP_STORE } = testConfig()
  const namespace = new Namespace(NAMESPACE)
  const left = KEEP_STORE ? await storeIn(namespace) : undefined
  if (!left && !(await deploy('--default-repo', DEFAULT_REPO, '--host', HOST)))
    throw new Error('the store could not be deployed: what is printed above says why')
  const store = left ?? (await storeIn(namespace))
  if (!store) throw new Error(`npm run deploy made no store in namespace ${NAMESPACE}`)
  const address = {
    namespace: NAMESPACE,
    name: store.metadata.name,
    host: HOST,
    ingress: INGRESS_ADDRESS ?? (await ingressOf(namespace)),
  }
  project.provide('clusterStore', address)
  project.provide('versions', await pushOtherVersions(versionOf(store)))
  return async () => {
    try {
      await report(address, left ? {} : { secondsToReady: secondsToReady(store) })
    } finally {
      if (!KEEP_STORE) await deploy('--delete-data')
    }
  }
}

const storeIn = (namespace: Namespace): Promise<StoreObject | undefined> =>
  namespace.list<StoreObject>('stores').then(
    ([store]) => store,
    () => undefined,
  )

interface Ingress extends Resource {
  status: { loadBalancer: { ingress?: { ip?: string; hostname?: string }[] } }
}

/** Where the cluster says that shoppers come in. */
async function ingressOf(namespace: Namespace): Promise<string> {
  const [ingress] = await namespace.list<Ingress>('ingresses')
  const [at] = ingress?.status.loadBalancer.ingress ?? []
  const address = at?.ip ?? at?.hostname
  if (!address)
    throw new Error('the Ingress has no address: set INGRESS_ADDRESS to where its controller listens')
  return address
}

const secondsToReady = (store: StoreObject): number =>
  (Date.parse(conditionOf(store, 'Ready')?.lastTransitionTime ?? '') -
    Date.parse(store.metadata.creationTimestamp)) /
  1000

async function report(address: StoreAddress, known: Pick<Figures, 'secondsToReady'>): Promise<void> {
  const selector = 'app.kubernetes.io/name=store-operator'
  const figures = {
    ...known,
    ...(await measureAtRest(address, { namespace: NAMESPACE, selector, port: 8080 })),
  }
  writeFileSync(artifact('cluster.json'), `${JSON.stringify(figures, null, 2)}\n`)
  console.log(`\n${reportOf(figures)}\n\nalso in artifacts/cluster.json`)
}

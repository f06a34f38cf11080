import { randomBytes } from 'node:crypto'
import { PHASE_LABEL, STORE_LABEL } from '@aos/cdk8s/store'
import type { Logger } from '@aos/chassis/logger'
import { isStatus } from './api-error.ts'
import type { ApiServer } from './api-server.ts'
import { FIELD_MANAGER } from './drift.ts'
import { kindOf, pathOf, podKind } from './kinds.ts'
import { metrics } from './metrics.ts'
import { fieldOf, type KubeObject, nameOf } from './objects.ts'
import type { StoreResource } from './store-resource.ts'
import type { Action } from './verdict.ts'

interface Hands {
  api: ApiServer
  fence: () => void
  logger: Logger
}

type GenerateAction = Extract<Action, { do: 'generate' }>

/** Does one thing; each is safe to repeat, so that an operator that ends between any two of them loses nothing. */
export async function carryOut(action: Action, store: StoreResource, hands: Hands): Promise<void> {
  if (action.do === 'apply') return apply(action.object, action.live, action.why, hands)
  if (action.do === 'delete') return remove(action.object, action.why, hands)
  return generate(action, store, hands)
}

async function apply(object: KubeObject, live: KubeObject | undefined, why: string, hands: Hands) {
  const { namespace, name } = object.metadata
  // With its uid: what somebody made anew in the meantime under the same name is another object.
  const uid = live?.metadata.uid
  const body = uid ? { ...object, metadata: { ...object.metadata, uid } } : object
  await hands.api.write({
    method: 'PATCH',
    path: pathOf(kindOf(object), namespace, name),
    query: { fieldManager: FIELD_MANAGER, force: true },
    contentType: 'application/apply-patch+yaml',
    body,
    fence: hands.fence,
  })
  record('apply', object, why, hands)
}

async function remove(object: KubeObject, why: string, { api, fence, logger }: Hands): Promise<void> {
  const { namespace, name, uid, resourceVersion } = object.metadata
  const kind = object.kind === 'Pod' ? podKind : kindOf(object)
  // Exactly the object that was judged, as it was judged. A pod's version changes all the time.
  const preconditions = object.kind === 'Pod' ? { uid } : { uid, resourceVersion }
  const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions, propagationPolicy: 'Background' }
  try {
    await api.write({ method: 'DELETE', path: pathOf(kind, namespace, name), body, fence })
  } catch (error) {
    if (!isStatus(error, 404)) throw error
  }
  record('delete', object, why, { api, fence, logger })
}

/** Only what is missing: a key that is there is never written again. */
async function generate({ secret, live }: GenerateAction, store: StoreResource, hands: Hands): Promise<void> {
  const { namespace = '', name: storeName } = store.metadata
  const missing = secret.keys.filter((key) => !fieldOf(live, 'data', key))
  const stringData = Object.fromEntries(missing.map((key) => [key, randomBytes(24).toString('base64url')]))
  const { api, fence } = hands
  const secrets = { apiVersion: 'v1', kind: 'Secret' }
  if (live) {
    const { resourceVersion } = live.metadata
    const path = pathOf(kindOf(live), namespace, secret.name)
    const body = { metadata: { resourceVersion }, stringData }
    const contentType = 'application/merge-patch+json'
    await api.write({ method: 'PATCH', path, body, contentType, query: byUs, fence })
  } else {
    const labels = { [STORE_LABEL]: storeName, [PHASE_LABEL]: 'foundation' }
    const body = { ...secrets, metadata: { name: secret.name, namespace, labels }, stringData }
    await api.write({ method: 'POST', path: pathOf(kindOf(secrets), namespace), body, query: byUs, fence })
  }
  record('generate', { ...secrets, metadata: { name: secret.name, namespace } }, 'missing', hands)
}

const byUs = { fieldManager: FIELD_MANAGER }

function record(verb: string, object: KubeObject, why: string, { logger }: Hands): void {
  metrics.apiWrites.inc({ verb, kind: object.kind })
  logger.info({ namespace: object.metadata.namespace, why }, `${verb} ${nameOf(object)}`)
}

import { ActorTokens } from '@aos/chassis/actor-tokens'
import { ACTOR_TOKEN_HEADER, type Actor } from '@aos/contracts/actor'
import { addresses, type OperationName, pathTo } from '@aos/contracts/addresses'
import { listName, redriveName, setAsideName } from '@aos/contracts/dead-letter-addresses'
import { DeadLetter, DeadLetterPage } from '@aos/contracts/dead-letters'
import type { ServiceWithDatabase } from '@aos/contracts/services'
import { dataPaths } from '../data-folder.ts'
import { local, STORE_NAME, serviceSecrets } from '../parts.ts'
import { Secrets } from '../secrets.ts'
import type { StoreFacts } from '../store.ts'

/** Whoever may read the secrets of this machine's store; letters note it as who sent them again. */
const operator: Actor = {
  subject: 'account:00000000-0000-0000-0000-000000000000',
  roles: ['staff'],
  email: 'dead-letters@command.invalid',
}

interface Asking {
  params?: Record<string, string>
  query?: string
  body?: object
}

/** The operations that the back office uses, asked of each service itself: nobody has to sign in for that. */
export class LettersOfStore {
  readonly #ports: StoreFacts['ports']
  readonly #secrets: ReturnType<typeof serviceSecrets>

  constructor({ ports, dataDir }: Pick<StoreFacts, 'ports'> & { dataDir: string }) {
    this.#ports = ports
    this.#secrets = serviceSecrets(new Secrets(dataPaths(dataDir).secrets))
  }

  /** The open ones, or all of them; the newest first. */
  async of(service: ServiceWithDatabase, { all }: { all: boolean }): Promise<DeadLetter[]> {
    const letters: DeadLetter[] = []
    for (let page = 1; ; page += 1) {
      const query = `?page=${page}`
      const read = DeadLetterPage.parse(await this.#ask(service, listName(service), { query }))
      letters.push(...read.letters)
      const wanted = all ? read.total : read.open
      if (letters.length >= wanted || read.letters.length === 0) return letters.slice(0, wanted)
    }
  }

  /** @throws with the reason when the service cannot try it now, or never. */
  async redrive({ service, id }: DeadLetter): Promise<DeadLetter> {
    return DeadLetter.parse(await this.#ask(service, redriveName(service), { params: { id } }))
  }

  async setAside({ service, id }: DeadLetter, note: string): Promise<DeadLetter> {
    return DeadLetter.parse(
      await this.#ask(service, setAsideName(service), { params: { id }, body: { note } }),
    )
  }

  async #ask(
    service: ServiceWithDatabase,
    name: OperationName,
    { params = {}, query = '', body: sent }: Asking,
  ): Promise<unknown> {
    const address = local(this.#ports.services[service].app) + pathTo(name, params) + query
    const tokens = new ActorTokens({ ...this.#secrets, STORE_NAME })
    const headers = {
      'dapr-api-token': this.#secrets.APP_API_TOKEN,
      [ACTOR_TOKEN_HEADER]: await tokens.sign(operator),
      ...(sent && { 'content-type': 'application/json' }),
    }
    const method = addresses[name].method.toUpperCase()
    const answer = await fetch(address, {
      method,
      headers,
      ...(sent && { body: JSON.stringify(sent) }),
    }).catch(() => undefined)
    if (!answer) throw new Error(`${service} does not answer`)
    const body = (await answer.json()) as { detail?: string }
    if (!answer.ok) throw new Error(`${service}: ${body.detail ?? `HTTP ${answer.status}`}`)
    return body
  }
}

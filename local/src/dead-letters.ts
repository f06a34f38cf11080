import { parseArgs } from 'node:util'
import type { DeadLetter } from '@aos/contracts/dead-letters'
import { type ServiceWithDatabase, servicesWithDatabase } from '@aos/contracts/services'
import { LettersOfStore } from './dead-letters/letters-of-store.ts'
import { runningStore } from './running-store.ts'

const help = `Messages that a service of the store on this machine could not accept, and what to do about them.
The back office shows the same, also in a cluster: /admin/dead-letters

npm run dead-letters -- list                    open letters, the newest first
npm run dead-letters -- show <id>               one letter with its message
npm run dead-letters -- redrive <id> [<id> …]   lets the service try messages again
npm run dead-letters -- redrive --all           all open ones
npm run dead-letters -- set-aside <id> [<id> …] --note <why>   nothing has to be done about them

  --service <name>   only those of ${servicesWithDatabase.join(', ')}
  --all              list: also those that are settled; redrive: every open one
  --data <folder>    the data folder of the store (.data)
`

async function main(): Promise<void> {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      service: { type: 'string' },
      all: { type: 'boolean', default: false },
      note: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const [command = 'list', ...ids] = positionals
  if (options.help) return console.log(help)
  if (!['list', 'show', 'redrive', 'set-aside'].includes(command))
    throw new Error(`there is no command ${command}\n\n${help}`)

  const services = chosenServices(options.service)
  const store = new LettersOfStore(runningStore(options.data))
  if (command === 'list') return list(await lettersOf(store, services, options.all))
  if (command === 'show') return show(chosen(await lettersOf(store, services, true), ids))
  if (command === 'set-aside') {
    if (!options.note) throw new Error('say why nothing has to be done: --note "…"')
    return setAside(store, chosen(await lettersOf(store, services, true), ids), options.note)
  }
  const isEvery = options.all && ids.length === 0
  const letters = await lettersOf(store, services, !isEvery)
  await redrive(store, isEvery ? letters : chosen(letters, ids))
}

function chosenServices(name: string | undefined): readonly ServiceWithDatabase[] {
  if (name === undefined) return servicesWithDatabase
  const service = servicesWithDatabase.find((known) => known === name)
  if (service) return [service]
  throw new Error(`no service is called ${name}; these are: ${servicesWithDatabase.join(', ')}`)
}

/** A service that does not answer is named, and hides no others. */
async function lettersOf(
  store: LettersOfStore,
  services: readonly ServiceWithDatabase[],
  all: boolean,
): Promise<DeadLetter[]> {
  const read = await Promise.allSettled(services.map((service) => store.of(service, { all })))
  for (const one of read) if (one.status === 'rejected') complain(one.reason)
  return read.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}

/** By id, or by as much of its end as is unambiguous: ids begin with the time and look alike. */
function chosen(letters: readonly DeadLetter[], ids: readonly string[]): DeadLetter[] {
  if (ids.length === 0) throw new Error('say which letter: its id stands in the list (or --all to redrive)')
  return ids.map((id) => {
    const found = letters.filter((letter) => letter.id.endsWith(id))
    if (found.length === 1 && found[0]) return found[0]
    throw new Error(
      found.length === 0 ? `there is no letter ${id}` : `${found.length} letters end with ${id}`,
    )
  })
}

function list(letters: readonly DeadLetter[]): void {
  // Not said of a service that did not answer.
  if (letters.length === 0 && process.exitCode === undefined) console.log('no dead letters')
  for (const letter of letters) {
    const { id, service, topic, subject, reason, keptAt } = letter
    console.log(`${id}  ${keptAt}  ${service} ← ${topic}  about ${subject}${fateOf(letter)}`)
    console.log(`    ${reason.replaceAll('\n', '\n    ')}`)
  }
}

function fateOf({ redrives, redrivenAt, redrivenBy, setAside }: DeadLetter): string {
  if (redrivenAt) return `, accepted ${redrivenAt} (${redrivenBy})`
  const tries = redrives > 0 ? `, refused ${redrives + 1} times` : ''
  return setAside ? `${tries}, set aside ${setAside.at} (${setAside.by}): ${setAside.note}` : tries
}

function show(letters: readonly DeadLetter[]): void {
  for (const letter of letters)
    console.log(JSON.stringify({ ...letter, event: asJson(letter.event) }, null, 2))
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const redrive = (store: LettersOfStore, letters: readonly DeadLetter[]): Promise<void> =>
  settle(letters, async (letter) => {
    const { id, redrivenAt, reason } = await store.redrive(letter)
    if (redrivenAt) console.log(`${id} is accepted`)
    else complain(new Error(`${id} is refused again: ${reason}`))
  })

const setAside = (store: LettersOfStore, letters: readonly DeadLetter[], note: string): Promise<void> =>
  settle(letters, async (letter) => {
    const { id, redrivenAt } = await store.setAside(letter, note)
    console.log(redrivenAt ? `${id} was accepted already` : `${id} is set aside`)
  })

async function settle(
  letters: readonly DeadLetter[],
  how: (letter: DeadLetter) => Promise<void>,
): Promise<void> {
  if (letters.length === 0 && process.exitCode === undefined) console.log('no dead letters')
  for (const letter of letters)
    await how(letter).catch(({ message }: Error) => complain(new Error(`${letter.id} stays: ${message}`)))
}

function complain({ message }: Error): void {
  console.error(message)
  process.exitCode = 1
}

await main().catch(complain)

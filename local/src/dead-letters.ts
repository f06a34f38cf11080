import { parseArgs } from 'node:util'
import { type ServiceName, servicesWithDatabase } from '@aos/contracts/services'
import type { Letter } from './dead-letters/letters.ts'
import { readLetters, redriveLetters } from './dead-letters/mailroom.ts'
import { runningStore } from './running-store.ts'

const help = `Messages that a service could never accept, and what to do about them.

npm run dead-letters -- list                    open letters, oldest first
npm run dead-letters -- show <id>               one letter with its message
npm run dead-letters -- redrive <id> [<id> …]   sends messages to their topic again
npm run dead-letters -- redrive --all           all open ones

  --service <name>   only those of ${servicesWithDatabase.join(', ')}
  --all              list: also those that were sent again; redrive: every open one
  --force            send again even what came back three times
  --data <folder>    the data folder of the store (.data)
  --brokers <list>   host:port of Kafka, instead of the store's
`

async function main(): Promise<void> {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      service: { type: 'string' },
      all: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      data: { type: 'string' },
      brokers: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const [command = 'list', ...ids] = positionals
  if (options.help) return console.log(help)

  const brokers = options.brokers ?? runningStore(options.data).kafkaBrokers
  const letters = await readLetters(brokers, chosenServices(options.service))
  if (command === 'list') return list(options.all ? letters : letters.filter(isOpen))
  if (command === 'show') return show(chosen(letters, ids))
  if (command !== 'redrive') throw new Error(`there is no command ${command}\n\n${help}`)
  const wanted = options.all && ids.length === 0 ? letters.filter(isOpen) : chosen(letters, ids)
  report(await redriveLetters(brokers, wanted, { force: options.force }))
}

const isOpen = ({ redrivenAt }: Letter) => redrivenAt === undefined

function chosenServices(name: string | undefined): readonly ServiceName[] {
  if (name === undefined) return servicesWithDatabase
  const service = servicesWithDatabase.find((known) => known === name)
  if (service) return [service]
  throw new Error(`no service is called ${name}; these are: ${servicesWithDatabase.join(', ')}`)
}

/** By id, or by as much of its end as is unambiguous: ids begin with the time and look alike. */
function chosen(letters: readonly Letter[], ids: readonly string[]): Letter[] {
  if (ids.length === 0) throw new Error('say which letter: its id stands in the list (or --all to redrive)')
  return ids.map((id) => {
    const found = letters.filter((letter) => letter.id.endsWith(id))
    if (found.length === 1 && found[0]) return found[0]
    throw new Error(
      found.length === 0 ? `there is no letter ${id}` : `${found.length} letters end with ${id}`,
    )
  })
}

function list(letters: readonly Letter[]): void {
  if (letters.length === 0) console.log('no dead letters')
  for (const { id, service, topic, subject, reason, keptAt, redrives, redrivenAt } of letters) {
    const fate = redrivenAt
      ? `, sent again ${redrivenAt}`
      : redrives > 0
        ? `, came back ${redrives} times`
        : ''
    console.log(`${id}  ${keptAt}  ${service} ← ${topic}  order ${subject}${fate}`)
    console.log(`    ${reason.replaceAll('\n', '\n    ')}`)
  }
}

function show(letters: readonly Letter[]): void {
  for (const letter of letters) console.log(JSON.stringify(letter, null, 2))
}

function report(redrives: Awaited<ReturnType<typeof redriveLetters>>): void {
  for (const { letter, refusedBecause } of redrives)
    console.log(
      refusedBecause ? `${letter.id} stays: ${refusedBecause}` : `${letter.id} is on ${letter.topic} again`,
    )
  if (redrives.some(({ refusedBecause }) => refusedBecause)) process.exitCode = 1
  else if (redrives.length === 0) console.log('no dead letters')
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})

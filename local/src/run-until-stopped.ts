import pc from 'picocolors'
import type { Arguments } from './arguments.ts'
import { dataPaths } from './data-folder.ts'
import { seconds } from './report.ts'
import { type PreparedStore, prepareStore, type RunningStore } from './store.ts'
import { openTerminal } from './terminal.ts'

/** Starts the store, says where it is, and stops it in order when the user wants. */
export async function runUntilStopped(args: Arguments): Promise<void> {
  const started = Date.now()
  const { report, onLine, close } = openTerminal()
  const { carrierSpeed, ...options } = args
  const prepared = await prepareStore({
    ...options,
    settings: { carrier: { SPEED: String(carrierSpeed) } },
    report,
    onLine,
  })
  const stop = stopOnSignals(prepared, (text) => report('store', text))
  try {
    const store = await prepared.start()
    console.log(welcome(store, seconds(started)))
  } catch (error) {
    // A stop during the start makes the start fail, which is not worth a word then.
    if (!stop.isAsked()) throw error
  }
  await stop.done
  close()
}

/** The first Ctrl-C stops in order, the second one at once. */
function stopOnSignals(prepared: PreparedStore, say: (text: string) => void) {
  let isAsked = false
  const done = new Promise<void>((resolve, reject) => {
    const stop = () => {
      if (isAsked) {
        prepared.killAll()
        process.exit(130)
      }
      isAsked = true
      say('stopping; the data stays (Ctrl-C again: at once)')
      prepared
        .stop()
        .then(() => say('stopped'))
        .then(resolve, reject)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  })
  return { done, isAsked: () => isAsked }
}

function welcome({ addresses, dataDir }: RunningStore, after: string): string {
  const { shop, mailbox, paymentBroker, carrier, traces } = addresses
  const rows = [
    ['the shop', shop],
    ['mailbox', mailbox],
    ["broker's ledger", paymentBroker],
    ["carrier's ledger", carrier],
    ...(traces ? [['traces', traces]] : []),
    ['API', `${shop}/api/openapi.json`],
    ['logs', dataPaths(dataDir).logs],
  ]
  const table = rows.map(([what = '', where = '']) => `  ${what.padEnd(18)}${pc.bold(where)}`).join('\n')
  return `\n${pc.green('The store is open')} after ${after}. Pay with card 4242 4242 4242 4242.\n\n${table}\n\n  Ctrl-C stops it.\n`
}

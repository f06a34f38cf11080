import { startCarrier } from './carrier/carrier.ts'
import { readCarrierConfig, readMailboxConfig, readPaymentBrokerConfig } from './config.ts'
import { startMailbox } from './mailbox/mailbox.ts'
import { startPaymentBroker } from './payment-broker/payment-broker.ts'
import { log } from './runtime/log.ts'

const simulators = {
  'payment-broker': () => startPaymentBroker(readPaymentBrokerConfig()),
  carrier: () => startCarrier(readCarrierConfig()),
  mailbox: () => startMailbox(readMailboxConfig()),
}

const name = process.argv[2] ?? ''
const start = Object.entries(simulators).find(([known]) => known === name)?.[1]
if (!start) throw new Error(`Say which simulator to run: ${Object.keys(simulators).join(', ')}`)

const { url, close } = await start()
log.info(`${name} listens`, { url })

const stop = () => void close().then(() => process.exit(0))
process.once('SIGTERM', stop)
process.once('SIGINT', stop)

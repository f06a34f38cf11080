import { createHash } from 'node:crypto'
import { Database, statement } from '@aos/chassis/database'
import { createLogger } from '@aos/chassis/logger'
import { Outbox } from '@aos/chassis/outbox'
import { Relay } from '@aos/chassis/relay'
import { Sidecar } from '@aos/chassis/sidecar'
import { emit } from '@aos/contracts/messages'
import { sampleData } from '../harness/samples.ts'

/**
 * A process for tests to kill: several writers at once commit messages of the orders given to them,
 * note each in a table of the same transaction, and relay them, until the end.
 *   node outbox-writer.ts <database url> <daprd port> <messages for each order> <order id> …
 */
const [url = '', daprPort = '', count = '', ...orderIds] = process.argv.slice(2)

const note = statement('note', 'INSERT INTO written (order_id, sequence) VALUES ($1, $2)')

const logger = createLogger('orders', 'fatal')
const database = new Database({ DATABASE_URL: url, DATABASE_CONNECTIONS: 8 })
const sidecar = new Sidecar({ DAPR_HTTP_PORT: Number(daprPort) })
const relay = new Relay(database, sidecar, logger)
const outbox = new Outbox('orders', relay)

const traceparentOf = (orderId: string) =>
  `00-${createHash('md5').update(orderId).digest('hex')}-00f067aa0ba902b7-01`

async function write(orderId: string): Promise<void> {
  for (let sequence = 1; sequence <= Number(count); sequence += 1)
    await database.transaction(async (tx) => {
      await tx.run(note, [orderId, sequence])
      const message = emit('CancelPayment', sampleData('CancelPayment', orderId))
      await outbox.add(tx, [{ ...message, sequence }], traceparentOf)
    })
}

relay.start()
await Promise.all(orderIds.map(write))
await relay.stop()
await Promise.all([sidecar.close(), database.close()])

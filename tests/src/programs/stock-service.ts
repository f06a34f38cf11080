import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseConfig } from '@aos/chassis/config'
import { statement } from '@aos/chassis/database'
import { ignored } from '@aos/chassis/inbox'
import { runService } from '@aos/chassis/service'

/**
 * A service for tests to kill: notes each message slowly. When its parent says anything it stops what
 * it started and then ends only if nothing is left running.
 *   node stock-service.ts '{"PORT": …}'
 */
const config = DatabaseConfig.parse(JSON.parse(process.argv[2] ?? ''))
const because = ignored('because this program is about ReserveItems')

const note = statement('note-effects', 'INSERT INTO effects (id) SELECT * FROM unnest($1::uuid[])')

await runService('stock', config, ({ lifecycle }) => {
  process.once('message', async () => {
    await lifecycle.stop()
    process.disconnect()
  })
  return {
    ReserveItems: async (tx, messages) => {
      await tx.run(note, [messages.map(({ id }) => id)])
      await sleep(10 * messages.length)
      return []
    },
    OrderApproved: because,
    OrderRejected: because,
    OrderCancelled: because,
  }
})
process.send?.('ready')

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { log } from '../runtime/log.ts'
import type { MailStore } from './mail-store.ts'
import { DROPPED_TIMES, GREYLISTED_TIMES, tagOf } from './special-recipients.ts'

export interface SmtpListening {
  port: number
  close(): Promise<void>
}

interface Session {
  id: string
  envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] }
}

const LARGEST_MESSAGE = 10 * 1024 * 1024

export async function listenSmtp(store: MailStore, host: string, port: number): Promise<SmtpListening> {
  const countTry = tryCounter()
  const server = new SMTPServer({
    name: 'mailbox.localhost',
    banner: 'simulated mailbox',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MESSAGE,
    closeTimeout: 500,
    onRcptTo({ address }, _session, answer) {
      answer(refusalOf(address, countTry))
    },
    async onData(stream, session, answer) {
      try {
        const message = await buffer(stream)
        if (stream.sizeExceeded) return answer(smtpError(552, 'Message too large'))
        const { id } = await store.accept(message, envelopeOf(session))
        if (dropsNow(session, countTry)) hangUp(server, session)
        else answer(null, `kept as ${id}`)
      } catch (error) {
        log.error('message not kept', { error: String(error) })
        answer(smtpError(451, 'Try again later'))
      }
    },
  })
  server.on('error', (error: Error) => log.warn('smtp connection failed', { error: String(error) }))
  const socket = server.listen(port, host)
  await once(socket, 'listening')
  return {
    port: (socket.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const envelopeOf = ({ envelope }: Session) => ({
  from: envelope.mailFrom ? envelope.mailFrom.address : '',
  to: envelope.rcptTo.map(({ address }) => address),
})

function tryCounter() {
  const tries = new Map<string, number>()
  return (what: string): number => {
    const count = (tries.get(what) ?? 0) + 1
    tries.set(what, count)
    return count
  }
}

function refusalOf(address: string, countTry: (what: string) => number): Error | null {
  const tag = tagOf(address)
  if (tag === 'bounce') return smtpError(550, `No such mailbox: ${address}`)
  const tooEarly = tag === 'greylist' && countTry(`greylist ${address}`) <= GREYLISTED_TIMES
  return tooEarly ? smtpError(451, 'Greylisted, try again later') : null
}

function dropsNow({ envelope }: Session, countTry: (what: string) => number): boolean {
  const special = envelope.rcptTo.find(({ address }) => tagOf(address) === 'drop')
  return special !== undefined && countTry(`drop ${special.address}`) <= DROPPED_TIMES
}

function hangUp(server: SMTPServer, session: Session): void {
  for (const connection of server.connections) {
    if (connection.id === session.id) connection._socket.destroy()
  }
}

const smtpError = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })

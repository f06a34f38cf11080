import { join } from 'node:path'
import type { MailboxConfig } from '../config.ts'
import { type Running, serve } from '../runtime/server.ts'
import { MailStore } from './mail-store.ts'
import { mailRoutes } from './routes.ts'
import { listenSmtp, type SmtpListening } from './smtp.ts'

export interface RunningMailbox extends Running {
  smtpPort: number
}

export async function startMailbox(config: MailboxConfig): Promise<RunningMailbox> {
  let smtp: SmtpListening | undefined
  const running = await serve(
    { host: config.HOST, port: config.MAILBOX_PORT },
    async () => {
      const store = await MailStore.open(join(config.DATA_DIR, 'mail.jsonl'))
      smtp = await listenSmtp(store, config.HOST, config.SMTP_PORT)
      return store
    },
    (app, store) => app.use(mailRoutes(store).routes()),
  )
  return {
    ...running,
    smtpPort: smtp?.port ?? config.SMTP_PORT,
    async close() {
      await smtp?.close()
      await running.close()
    },
  }
}

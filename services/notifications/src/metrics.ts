import { registry } from '@aos/chassis/metrics'
import { Counter } from 'prom-client'

export const emailsTotal = new Counter({
  name: 'emails_total',
  help: 'Attempts to send an e-mail, by what it is about and outcome: sent, refused, postponed.',
  labelNames: ['about', 'outcome'],
  registers: [registry],
})

import { isAbsolute, join } from 'node:path'
import { parseArgs } from 'node:util'
import { localConfig } from './config.ts'
import { namedPorts, portsFrom, type StorePorts, withPort } from './ports.ts'

export interface Arguments {
  help: boolean
  reset: boolean
  zipkin: boolean
  dataDir: string
  ports: StorePorts
  traceSampling: number
  carrierSpeed: number
}

/** @throws with the remedy when the arguments do not fit. */
export function readArguments(argv: string[], checkout: string): Arguments {
  const { values } = parseArgs({
    args: argv,
    allowNegative: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      reset: { type: 'boolean', default: false },
      zipkin: { type: 'boolean', default: true },
      data: { type: 'string' },
      port: { type: 'string', multiple: true, default: [] },
      'port-offset': { type: 'string' },
      'trace-sampling': { type: 'string', default: '0.1' },
      'carrier-speed': { type: 'string', default: '1' },
    },
  })
  const { AOS_DATA, AOS_PORT_OFFSET } = localConfig()
  const data = values.data ?? AOS_DATA ?? '.data'
  const offset = values['port-offset'] ?? AOS_PORT_OFFSET
  return {
    help: values.help,
    reset: values.reset,
    zipkin: values.zipkin,
    dataDir: isAbsolute(data) ? data : join(checkout, data),
    ports: values.port.reduce(applyPort, portsFrom(number('--port-offset', String(offset), 0, 50_000))),
    traceSampling: number('--trace-sampling', values['trace-sampling'], 0, 1),
    carrierSpeed: number('--carrier-speed', values['carrier-speed'], 0.01, 100_000),
  }
}

function applyPort(all: StorePorts, setting: string): StorePorts {
  const [name = '', port = ''] = setting.split('=')
  return withPort(all, name, number(`--port ${name}`, port, 1, 65_535))
}

function number(option: string, text: string, least: number, most: number): number {
  const value = text === '' ? Number.NaN : Number(text)
  if (value >= least && value <= most) return value
  throw new Error(`${option} must be a number from ${least} to ${most}, not "${text}"`)
}

export const help =
  (): string => `Runs the whole store on this machine until Ctrl-C, and keeps its data for the next time.

  npm start -- [options]

  --reset               throw the data of earlier runs away first
  --data <folder>       where data and logs are kept (default .data in the checkout, or AOS_DATA)
  --port <name>=<port>  another port for one listener, repeatable
  --port-offset <n>     all ports n higher (or AOS_PORT_OFFSET), for a second store on this machine
  --no-zipkin           without traces, which saves 300 MB of memory
  --trace-sampling <x>  share of the requests traced that no browser began, 0 to 1 (default 0.1)
  --carrier-speed <x>   how fast the simulated carrier's clock runs (default 1: delivered after 90 s)
  --help                this text

Instead of what it starts and installs itself, it uses yours when the environment names it:
  DATABASE_URL   a PostgreSQL server; the role must be allowed to create databases and roles
  KAFKA_BROKERS  host:port,host:port
  ZIPKIN_URL     http://host:port/api/v2/spans
  DAPRD          the path of a daprd program
  AOS_CACHE      where downloads and builds are kept (default ~/.cache/aos)

Ports by name:
${namedPorts(portsFrom(0))
  .filter(([name]) => !name.includes('.'))
  .map(([name, port]) => `  ${name.padEnd(16)}${port}`)
  .join('\n')}
`

import { randomInt } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { platformPorts, ports, type ServiceName, serviceNames } from '@aos/contracts/services'

export type ServicePorts = (typeof ports)[ServiceName]
export type PlatformPorts = Record<keyof typeof platformPorts, number>
export interface StorePorts {
  services: Record<ServiceName, ServicePorts>
  platform: PlatformPorts
}

const shifted = <T extends object>(all: T, offset: number) =>
  Object.fromEntries(Object.entries(all).map(([name, port]) => [name, port + offset])) as Record<
    keyof T,
    number
  >

export const portsFrom = (offset: number): StorePorts => ({
  services: Object.fromEntries(serviceNames.map((name) => [name, shifted(ports[name], offset)])) as Record<
    ServiceName,
    ServicePorts
  >,
  platform: shifted(platformPorts, offset),
})

/** Every port with the name it has on the command line: `orders`, `orders.daprHttp`, `postgres`. */
export const namedPorts = ({ services, platform }: StorePorts): [name: string, port: number][] => [
  ...serviceNames.flatMap((service) =>
    Object.entries(services[service]).map(([use, port]): [string, number] => [
      use === 'app' ? service : `${service}.${use}`,
      port,
    ]),
  ),
  ...Object.entries(platform),
]

/** @throws when no port has that name. */
export function withPort(all: StorePorts, name: string, port: number): StorePorts {
  const { services, platform } = structuredClone(all)
  const [service, use = 'app'] = name.split('.') as [ServiceName, keyof ServicePorts | undefined]
  if (services[service] && use in services[service]) services[service][use] = port
  else if (name in platform) platform[name as keyof PlatformPorts] = port
  else
    throw new Error(
      `no port is called ${name}; these are: ${namedPorts(all)
        .map(([known]) => known)
        .join(', ')}`,
    )
  return { services, platform }
}

export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

export const answers = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2000 })
    const end = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })

/**
 * Ports for a store beside others, as in tests: all shifted alike to where nothing listens. They stay
 * below the range from which outgoing connections take theirs (32768 on Linux), so they remain free.
 */
export async function freePorts(): Promise<StorePorts> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const candidate = portsFrom(randomInt(700, 2300) * 10)
    const free = await Promise.all(namedPorts(candidate).map(([, port]) => isFree(port)))
    if (free.every(Boolean)) return candidate
  }
  throw new Error('no free ports were found')
}

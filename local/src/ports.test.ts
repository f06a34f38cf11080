import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { listeningInodes, ownerOf, portInUse, requireFreePorts } from './port-owner.ts'
import { freePorts, namedPorts, portsFrom, withPort } from './ports.ts'

describe('the ports of a store', () => {
  it('are all different, and all move by the same offset', () => {
    const numbers = namedPorts(portsFrom(0)).map(([, port]) => port)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(namedPorts(portsFrom(1000)).map(([, port]) => port)).toEqual(numbers.map((port) => port + 1000))
  })

  it('can be chosen one by one', () => {
    const all = withPort(withPort(portsFrom(0), 'orders.daprHttp', 4000), 'postgres', 5555)
    expect(all.services.orders.daprHttp).toBe(4000)
    expect(all.platform.postgres).toBe(5555)
    expect(() => withPort(all, 'mysql', 1)).toThrow(/no port is called mysql; these are: gateway, /)
  })
})

describe('a port in use', () => {
  it('is named with who uses it and what to change', async () => {
    const ports = await freePorts()
    const { kafka } = ports.platform
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(kafka, '127.0.0.1', resolve))
    try {
      expect(ownerOf(kafka)?.pid).toBe(process.pid)
      const complaint = portInUse('kafka', kafka, ownerOf(kafka))
      expect(complaint).toContain(`process ${process.pid} (`)
      expect(complaint).toContain(`--port kafka=<number>`)
      await expect(requireFreePorts(ports, () => true)).rejects.toThrow(complaint)
      await requireFreePorts(ports, (name) => name !== 'kafka')
    } finally {
      server.close()
    }
  })

  it('is found in the table of the system', () => {
    const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0
   1: 0100007F:1F90 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0
   2: 0100007F:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0`
    expect(listeningInodes(table, 8080)).toEqual(['4711'])
  })
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import { help, readArguments } from './arguments.ts'

const read = (...argv: string[]) => readArguments(argv, '/checkout')

afterEach(() => vi.unstubAllEnvs())

describe('npm start', () => {
  it('needs no arguments', () => {
    expect(read()).toMatchObject({ help: false, reset: false, zipkin: true, dataDir: '/checkout/.data' })
  })

  it('takes what is asked for', () => {
    const chosen = read('--reset', '--no-zipkin', '--data', '/tmp/x', '--carrier-speed', '50')
    expect(chosen).toMatchObject({ reset: true, zipkin: false, dataDir: '/tmp/x', carrierSpeed: 50 })
  })

  it('moves all ports, then single ones', () => {
    const { services, platform } = read(
      '--port-offset',
      '1000',
      '--port',
      'gateway=80',
      '--port',
      'kafka=1',
    ).ports
    expect([services.gateway.app, services.orders.app, platform.kafka]).toEqual([80, 9081, 1])
  })

  it('reads the environment where no argument says otherwise', () => {
    vi.stubEnv('AOS_DATA', 'elsewhere')
    vi.stubEnv('AOS_PORT_OFFSET', '20')
    expect(read().dataDir).toBe('/checkout/elsewhere')
    expect(read().ports.platform.postgres).toBe(5453)
    expect(read('--port-offset', '0').ports.platform.postgres).toBe(5433)
  })

  it.each([
    [['--port-offset', 'many'], '--port-offset must be a number'],
    [['--port', 'kafka'], '--port kafka must be a number'],
    [['--port', 'mysql=1'], 'no port is called mysql'],
    [['--trace-sampling', '2'], '--trace-sampling must be a number from 0 to 1'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j', (argv, complaint) => {
    expect(() => read(...argv)).toThrow(complaint)
  })

  it('explains itself', () => {
    for (const word of ['--reset', '--port-offset', 'DATABASE_URL', 'KAFKA_BROKERS', 'DAPRD', 'gateway'])
      expect(help()).toContain(word)
  })
})

import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { startBroker } from './broker-start.ts'

it('the settings arrive as they are, with nothing for the shell to expand', () => {
  const [, , script = ''] = startBroker({ listeners: 'PLAINTEXT://:9092', 'odd.one': '$HOME `id` "x"' })
  const written = script.replace('>/tmp/server.properties', '').split('\n/opt/')[0] ?? ''
  expect(execFileSync('bash', ['-ec', written], { encoding: 'utf8' })).toBe(
    'listeners=PLAINTEXT://:9092\nodd.one=$HOME `id` "x"\n',
  )
})

it('data that is there already is kept', () => {
  expect(startBroker({}).at(-1)).toContain('format --ignore-formatted')
})

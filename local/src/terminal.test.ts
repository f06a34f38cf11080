import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { describeLine } from './describe-line.ts'
import { openTerminal } from './terminal.ts'

describe('a line of a log', () => {
  it('becomes what it says, about which order', () => {
    const line = JSON.stringify({ level: 'info', time: 1, orderId: 'o-1', msg: 'items reserved' })
    expect(describeLine(line)).toEqual({ level: 'info', text: 'items reserved', orderId: 'o-1' })
  })

  it('says why something failed', () => {
    const line = JSON.stringify({
      level: 50,
      msg: 'booking',
      err: { message: 'connection refused', stack: '…' },
    })
    expect(describeLine(line)).toMatchObject({ level: 'error', text: 'booking: connection refused' })
  })

  it('that is no JSON is shown as it is; debugging is not', () => {
    expect(describeLine('Error: boom')).toEqual({ level: 'info', text: 'Error: boom' })
    expect(describeLine(JSON.stringify({ level: 'debug', msg: 'x' }))).toBeUndefined()
    expect(describeLine(JSON.stringify({ level: 20, msg: 'x' }))).toBeUndefined()
    expect(describeLine('  ')).toBeUndefined()
  })
})

describe('the terminal', () => {
  it('shows what matters when there is too much to read', () => {
    const shown: string[] = []
    const { report, onLine, close } = openTerminal((line) => shown.push(stripVTControlCharacters(line)))
    for (let i = 0; i < 100; i += 1) onLine('orders', JSON.stringify({ level: 'info', msg: `event ${i}` }))
    onLine('orders', JSON.stringify({ level: 'error', msg: 'trouble' }))
    report('kafka', 'ended')
    close()
    expect(shown).toHaveLength(42)
    expect(shown.at(-2)).toMatch(/orders +trouble$/)
    expect(shown.at(-1)).toMatch(/^\d\d:\d\d:\d\d kafka +ended$/)
  })
})

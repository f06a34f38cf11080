import { describe, expect, it } from 'vitest'
import { DatabaseConfig, readConfig } from './config.ts'

const enough = {
  PORT: '8081',
  DAPR_HTTP_PORT: '3510',
  APP_API_TOKEN: 'sixteen letters.',
  ACTOR_TOKEN_SECRET: 'thirty-two letters are 32 bytes.',
  DATABASE_URL: 'postgres://orders@127.0.0.1/orders',
}

describe('readConfig', () => {
  it('reads numbers as numbers and fills in what has a default', () => {
    expect(readConfig(DatabaseConfig, enough)).toMatchObject({
      PORT: 8081,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
    })
  })

  it('an empty variable is an absent one', () => {
    expect(readConfig(DatabaseConfig, { ...enough, LOG_LEVEL: '' }).LOG_LEVEL).toBe('info')
  })

  it('names every fault at once', () => {
    const read = () => readConfig(DatabaseConfig, { ...enough, PORT: 'high', DATABASE_URL: 'mysql://x' })
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL|DATABASE_URL[\s\S]*PORT/)
  })

  it.each(['APP_API_TOKEN', 'ACTOR_TOKEN_SECRET', 'DATABASE_URL'])('%s has no default', (name) => {
    expect(() => readConfig(DatabaseConfig, { ...enough, [name]: undefined })).toThrow(name)
  })
})

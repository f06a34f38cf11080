import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Passwords and tokens of one data folder, made when first asked for and kept with the data. */
export class Secrets {
  readonly #file: string
  readonly #secrets: Record<string, string>

  constructor(file: string) {
    this.#file = file
    this.#secrets = existsSync(file)
      ? z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
      : {}
  }

  get(name: string): string {
    const known = this.#secrets[name]
    if (known) return known
    const secret = randomBytes(24).toString('base64url')
    this.#secrets[name] = secret
    mkdirSync(dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, `${JSON.stringify(this.#secrets, null, 2)}\n`, { mode: 0o600 })
    return secret
  }
}

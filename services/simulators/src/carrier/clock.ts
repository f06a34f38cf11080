import type { QueueClock } from '../runtime/due-queue.ts'

/** Since `realMs`, the carrier's clock runs from `clockMs` at `speed`. */
export interface ClockSetting {
  realMs: number
  clockMs: number
  speed: number
  /** The speed of the configuration then: another one there sets the clock anew. */
  configured: number
}

/** Time as the carrier lives it; it goes on while the process is away. */
export class CarrierClock implements QueueClock {
  #setting: ClockSetting

  constructor(setting: ClockSetting) {
    this.#setting = setting
  }

  get speed(): number {
    return this.#setting.speed
  }

  now(): number {
    const { realMs, clockMs, speed } = this.#setting
    return clockMs + (Date.now() - realMs) * speed
  }

  msUntil(at: number): number {
    return Math.ceil((at - this.now()) / this.#setting.speed)
  }

  set(setting: ClockSetting): void {
    this.#setting = setting
  }

  /** The same time, from now on at another speed. */
  at(speed: number, configured = this.#setting.configured): ClockSetting {
    return { realMs: Date.now(), clockMs: this.now(), speed, configured }
  }
}

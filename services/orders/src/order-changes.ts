/** Wakes those who wait for an order to change; changes made by other replicas are found by looking again. */
export class OrderChanges {
  readonly #waiting = new Map<string, Set<() => void>>()

  announce(orderIds: string[]): void {
    for (const id of orderIds) for (const wake of this.#waiting.get(id) ?? []) wake()
  }

  /** Resolves when the order changes here, or after `ms`. */
  next(orderId: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(orderId) ?? new Set()
      this.#waiting.set(orderId, waiting)
      const wake = () => {
        clearTimeout(timer)
        waiting.delete(wake)
        if (waiting.size === 0) this.#waiting.delete(orderId)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      waiting.add(wake)
    })
  }
}

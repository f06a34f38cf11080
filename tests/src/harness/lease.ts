/** Lets one holder in at a time, in the order in which they came. */
export class Lease {
  #last: Promise<void> = Promise.resolve()

  /** @returns the release, once everyone before has released. */
  async acquire(): Promise<() => void> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    return resolve
  }
}

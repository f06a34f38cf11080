/** What the queue counts in; real time unless given otherwise. */
export interface QueueClock {
  now(): number
  /** Real milliseconds until the clock shows `at`. */
  msUntil(at: number): number
}

const wallClock: QueueClock = { now: () => Date.now(), msUntil: (at) => at - Date.now() }
const LONGEST_TIMER_MS = 2 ** 31 - 1

interface Due<Item> {
  at: number
  item: Item
}

/** Things to do at a time, in the order of their times: a binary heap and a single timer. */
export class DueQueue<Item> {
  #heap: Due<Item>[] = []
  #timer: NodeJS.Timeout | undefined
  #do: (item: Item) => void
  #clock: QueueClock

  constructor(act: (item: Item) => void, clock: QueueClock = wallClock) {
    this.#do = act
    this.#clock = clock
  }

  add(item: Item, at: number): void {
    this.#heap.push({ at, item })
    this.#rise(this.#heap.length - 1)
    if (this.#heap[0]?.item === item) this.rearm()
  }

  /** To be called when the clock changed its pace. */
  rearm(): void {
    clearTimeout(this.#timer)
    const first = this.#heap[0]
    if (!first) return
    const ms = Math.min(Math.max(0, this.#clock.msUntil(first.at)), LONGEST_TIMER_MS)
    this.#timer = setTimeout(() => this.#runDue(), ms)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#heap = []
  }

  #runDue(): void {
    for (let first = this.#heap[0]; first && first.at <= this.#clock.now(); first = this.#heap[0]) {
      this.#removeFirst()
      this.#do(first.item)
    }
    this.rearm()
  }

  #removeFirst(): void {
    const last = this.#heap.pop()
    if (!last || this.#heap.length === 0) return
    this.#heap[0] = last
    this.#sink(0)
  }

  #rise(from: number): void {
    for (let child = from; child > 0; ) {
      const parent = (child - 1) >> 1
      if (this.#at(parent) <= this.#at(child)) return
      this.#swap(parent, child)
      child = parent
    }
  }

  #sink(from: number): void {
    for (let parent = from; ; ) {
      const left = 2 * parent + 1
      const child = this.#at(left + 1) < this.#at(left) ? left + 1 : left
      if (this.#at(parent) <= this.#at(child)) return
      this.#swap(parent, child)
      parent = child
    }
  }

  #at(index: number): number {
    return this.#heap[index]?.at ?? Number.POSITIVE_INFINITY
  }

  #swap(one: number, other: number): void {
    const held = this.#heap[one] as Due<Item>
    this.#heap[one] = this.#heap[other] as Due<Item>
    this.#heap[other] = held
  }
}

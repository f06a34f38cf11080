import { PACE_MS, paced } from './pace.ts'

interface Waiting<In, Out> {
  item: In
  resolve: (out: Out) => void
  reject: (error: unknown) => void
}

/**
 * Groups calls: while one batch is under way the next ones gather, so that nobody waits when it is
 * quiet and a transaction serves many when it is not. When a batch fails, each of its items is tried
 * alone, so that one bad item fails for itself only.
 *
 * @param run handles the items and answers in their order.
 */
export function batched<In, Out>(
  run: (items: In[]) => Promise<Out[]>,
  { most = 64 }: { most?: number } = {},
): (item: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = []
  let running = false
  const pace = paced(PACE_MS)

  async function settle(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await run(batch.map(({ item }) => item))
      for (const [i, out] of outs.entries()) batch[i]?.resolve(out)
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const one of batch) await settle([one])
    }
  }

  async function drain(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      await pace()
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await settle(batch)
    }
    running = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      // After this turn of the event loop, so that what arrived together goes together.
      if (!running) {
        running = true
        setImmediate(drain)
      }
    })
}

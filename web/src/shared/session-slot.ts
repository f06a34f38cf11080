import type { z } from 'zod'

/** One value kept for as long as the tab lives, through refresh and back. */
export interface Slot<T> {
  read(): T | undefined
  write(value: T): void
  clear(): void
}

type SlotStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function sessionSlot<T>(name: string, schema: z.ZodType<T>, storage: SlotStorage): Slot<T> {
  return {
    read() {
      const text = storage.getItem(name)
      if (text === null) return undefined
      const value = schema.safeParse(parseJson(text))
      return value.success ? value.data : undefined
    },
    write: (value) => storage.setItem(name, JSON.stringify(value)),
    clear: () => storage.removeItem(name),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const memory = memoryStorage()

/** The tab's session storage, or memory where the browser forbids it. */
export function tabStorage(): ReturnType<typeof memoryStorage> {
  try {
    window.sessionStorage.setItem('aos.probe', '')
    window.sessionStorage.removeItem('aos.probe')
    return window.sessionStorage
  } catch {
    return memory
  }
}

/** Whoever uses the tab next finds nothing of what the one before said: name, address, an unanswered order. */
export const clearTab = (): void => tabStorage().clear()

export function memoryStorage(): SlotStorage & Pick<Storage, 'clear'> {
  const values = new Map<string, string>()
  return {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
    clear: () => values.clear(),
  }
}

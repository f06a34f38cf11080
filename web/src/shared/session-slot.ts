/** One value kept for as long as the tab lives, through refresh and back. */
export interface Slot<T> {
  read(): T | undefined
  write(value: T): void
  clear(): void
}

type SlotStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** @param isOne tells what this version of the shop wrote from what it cannot read. */
export function sessionSlot<T>(
  name: string,
  isOne: (value: unknown) => value is T,
  storage: SlotStorage,
): Slot<T> {
  return {
    read() {
      const text = storage.getItem(name)
      if (text === null) return undefined
      const value = parseJson(text)
      return isOne(value) ? value : undefined
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

export const hasTexts = <K extends string>(value: unknown, names: readonly K[]): value is Record<K, string> =>
  names.every((name) => typeof Object(value)[name] === 'string')

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

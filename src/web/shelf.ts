export interface Shelf<T> {
  get(key: string): T | undefined
  put(key: string, value: T): void
}

/** Keeps values in memory up to so many bytes together; what was not asked for longest goes first. */
export function createShelf<T>(mostBytes: number, bytesOf: (key: string, value: T) => number): Shelf<T> {
  const kept = new Map<string, T>()
  let bytes = 0
  const remove = (key: string): T | undefined => {
    const value = kept.get(key)
    if (value === undefined) return undefined
    kept.delete(key)
    bytes -= bytesOf(key, value)
    return value
  }
  const add = (key: string, value: T) => {
    kept.set(key, value)
    bytes += bytesOf(key, value)
  }
  return {
    get(key) {
      const value = remove(key)
      if (value !== undefined) add(key, value)
      return value
    },
    put(key, value) {
      remove(key)
      add(key, value)
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break
        remove(oldest)
      }
    },
  }
}

/** Keeps the few things that were used last. */
export interface Recent<T> {
  get(key: string): T | undefined
  set(key: string, value: T): T
}

export function createRecent<T>(most: number): Recent<T> {
  const kept = new Map<string, T>()
  const touch = (key: string, value: T): T => {
    kept.delete(key)
    kept.set(key, value)
    return value
  }
  return {
    get(key) {
      const value = kept.get(key)
      return value === undefined ? undefined : touch(key, value)
    },
    set(key, value) {
      touch(key, value)
      const oldest = kept.keys().next()
      if (kept.size > most && !oldest.done) kept.delete(oldest.value)
      return value
    },
  }
}

export interface MemoOptions<T> {
  /** Results kept at hand, in bytes; the oldest go first. */
  readonly maxBytes: number
  readonly sizeOf: (result: T) => number
  /** A result that holds for nobody but who caused it, such as a cancelled request. */
  readonly passing: (result: T) => boolean
}

/** Does a thing once per key: who asks while another waits, or soon after, gets the same result. */
export type Memo<T> = (key: string, make: () => Promise<T>) => Promise<T>

export function createMemo<T>({ maxBytes, sizeOf, passing }: MemoOptions<T>): Memo<T> {
  const results = new Map<string, { result: Promise<T>; bytes: number }>()
  let bytes = 0

  const forget = (key: string) => {
    bytes -= results.get(key)?.bytes ?? 0
    results.delete(key)
  }
  const settle = (key: string, result: T) => {
    const entry = results.get(key)
    if (entry === undefined) return
    entry.bytes = sizeOf(result)
    bytes += entry.bytes
    if (passing(result)) forget(key)
    // A Map keeps the order of arrival, so the first keys are the oldest.
    for (const oldest of results.keys()) {
      if (bytes <= maxBytes) return
      forget(oldest)
    }
  }
  const start = (key: string, make: () => Promise<T>): Promise<T> => {
    const result = make()
    results.set(key, { result, bytes: 0 })
    result.then(
      (made) => settle(key, made),
      () => forget(key),
    )
    return result
  }
  return async (key, make) => {
    const known = results.get(key)
    if (known === undefined) return start(key, make)
    const result = await known.result
    return passing(result) ? start(key, make) : result
  }
}

/** What is tried again complains again: lets the same complaint through once in `ms`. */
export function sparingly(onError: (error: unknown) => void, ms = 60_000): (error: unknown) => void {
  const told = new Map<string, number>()
  return (error) => {
    const key = error instanceof Error ? `${error.name} ${'code' in error ? error.code : ''} ${error.message}` : String(error)
    const now = performance.now()
    if (now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < ms) return
    if (told.size > 100) told.clear()
    told.set(key, now)
    onError(error)
  }
}

/** Looks again until there is something to see. @throws Error after `seconds`. */
export async function until<T>(look: () => T | undefined, seconds = 30): Promise<T> {
  for (let turn = 0; turn < seconds * 40; turn++) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`not within ${seconds} seconds`)
}

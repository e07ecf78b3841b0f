/** Lets one waiter sleep until something happens. A ring while nobody waits is remembered, so that none is missed. */
export function createBell(): { ring(): void; wait(ms: number): Promise<void> } {
  let rung = false
  let wake = () => {}
  return {
    ring() {
      rung = true
      wake()
    },
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
    },
  }
}

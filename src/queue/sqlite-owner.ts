import { randomUUID } from 'node:crypto'

/** Queues open in this process. In a container every process has the same id, so the id alone says little. */
const open = new Set<string>()

/** Names one opened queue: `<process id>.<random>`. */
export function claimOwner(): string {
  const owner = `${process.pid}.${randomUUID()}`
  open.add(owner)
  return owner
}

export function dropOwner(owner: string): void {
  open.delete(owner)
}

/** False when certainly dead. A process id that was given out again reads as alive; then the lease decides. */
export function isAlive(owner: string): boolean {
  const pid = Number(owner.split('.', 1)[0])
  if (pid === process.pid) return open.has(owner)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

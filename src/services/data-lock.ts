import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who owns a data directory: one process writes, whatever else runs asks it. */
interface Owner {
  readonly pid: number
  /** Where its API answers, or `null` when it serves none. */
  readonly address: string | null
}

const fileIn = (dataDir: string) => join(dataDir, 'owner.json')

/** Takes the data directory, or returns who has it. A lock that a dead process left behind is taken over. */
export function takeDataDir(
  dataDir: string,
  address: string | null,
): { release(): void; announce(address: string): void } | { owner: Owner } {
  mkdirSync(dataDir, { recursive: true })
  const file = fileIn(dataDir)
  const mine: Owner = { pid: process.pid, address }
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx')
      writeFileSync(handle, JSON.stringify(mine))
      closeSync(handle)
      return {
        release: () => rmSync(file, { force: true }),
        announce: (at) => writeFileSync(file, JSON.stringify({ ...mine, address: at })),
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const owner = readOwner(dataDir)
      if (owner) return { owner }
      rmSync(file, { force: true })
    }
  }
  throw new Error(`cannot take the data directory ${dataDir}`)
}

/** The living owner of a data directory, or `null`. */
function readOwner(dataDir: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Owner
    return owner.pid !== process.pid && isAlive(owner.pid) ? owner : null
  } catch {
    return null
  }
}

/** Where the server that owns this data directory answers, or `null` when none runs. */
export const readServerAddress = (dataDir: string): string | null => readOwner(dataDir)?.address ?? null

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Env, loadEnv } from '../../config/env.ts'
import { EenlijnError } from '../model/errors.ts'
import { readServerAddress, takeDataDir } from '../services/data-lock.ts'
import type { AuditOptions } from './audit-options.ts'
import type { Send } from './client.ts'
import type { Io, Said } from './io.ts'

export interface Connection {
  readonly send: Send
  close(): Promise<void>
}

/**
 * Whoever will do the work: the server that was named, the one that owns the data directory, or this process itself,
 * with a directory of its own when another program has the usual one.
 */
export async function connect(
  { server, offline, archive }: Pick<AuditOptions, 'server' | 'offline' | 'archive'>,
  io: Io,
  said: Said,
): Promise<Connection> {
  if (server) return remote(server)
  const env = readEnv(io, offline)
  const taken = takeDataDir(env.dataDir, null)
  if (!('owner' in taken)) return embedded(env, taken.release)
  const address = readServerAddress(env.dataDir)
  // A running server has a network of its own; only a replay leaves it alone.
  if (address && (!offline || archive)) {
    said.tell({ nl: `De server op ${address} doet het werk.`, en: `The server at ${address} does the work.` })
    return remote(new URL(address))
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'eenlijn-'))
  said.tell({
    nl: `Een ander programma gebruikt ${env.dataDir}. Deze audit wordt daar niet bewaard.`,
    en: `Another program is using ${env.dataDir}. This audit will not be kept there.`,
  })
  return embedded({ ...env, dataDir, blobDir: join(dataDir, 'blobs') }, () => rmSync(dataDir, { recursive: true, force: true }))
}

function readEnv(io: Io, offline: boolean): Env {
  try {
    // Progress is told in sentences; the log speaks only when something breaks.
    const env = loadEnv({ LOG_LEVEL: 'error', ...io.env })
    return offline ? { ...env, network: false } : env
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new EenlijnError('invalid-input', { nl: message, en: message }, { cause })
  }
}

function remote(server: URL): Connection {
  const send: Send = async (path, init) => {
    try {
      return await fetch(new URL(`/v1${path}`, server), init)
    } catch (cause) {
      if (init.signal?.aborted) throw cause
      throw new EenlijnError(
        'internal',
        { nl: `De server op ${server.origin} is niet te bereiken.`, en: `The server at ${server.origin} cannot be reached.` },
        { cause },
      )
    }
  }
  return { send, close: async () => {} }
}

async function embedded(env: Env, release: () => void): Promise<Connection> {
  try {
    const [{ startApplication }, { createApi }] = await Promise.all([import('../application.ts'), import('../web/api/index.ts')])
    const application = await startApplication(env)
    const api = createApi(application.deps)
    return {
      send: async (path, init) => api.request(path, init),
      close: async () => {
        await application.stop()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

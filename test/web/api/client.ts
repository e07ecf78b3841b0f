import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEnv } from '../../../config/env.ts'
import { createDeps, type Deps } from '../../../src/deps.ts'
import { createApi } from '../../../src/web/api/index.ts'

/** The API over real storage in a folder of its own; no worker runs, so audits stay as they are put. */
export interface ApiUnderTest {
  readonly deps: Deps
  get(path: string, headers?: Record<string, string>): Promise<Response>
  send(method: string, path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Starts an audit and gives its id. */
  start(request?: Record<string, unknown>): Promise<string>
  raw(path: string, init: RequestInit): Promise<Response>
  close(): Promise<void>
}

/** The body of an answer, as the type that the test expects; what it says of it is checked after. */
export const read = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T

export async function openApi(): Promise<ApiUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'eenlijn-api-'))
  const deps = await createDeps(loadEnv({ EENLIJN_DATA_DIR: folder, LOG_LEVEL: 'silent' }))
  const api = createApi(deps)
  const raw = async (path: string, init: RequestInit) => api.request(path, init)
  const send: ApiUnderTest['send'] = (method, path, body, headers = {}) =>
    raw(path, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) })
  return {
    deps,
    raw,
    send,
    get: (path, headers = {}) => raw(path, { headers }),
    async start(request = { name: 'De Linde' }) {
      return (await read<{ id: string }>(send('POST', '/audits', request))).id
    },
    async close() {
      await deps.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

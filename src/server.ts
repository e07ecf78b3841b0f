import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type ServerType, serve } from '@hono/node-server'
import { loadEnv } from '../config/env.ts'
import { openApplication } from './application.ts'
import { EenlijnError } from './model/errors.ts'
import { takeDataDir } from './services/data-lock.ts'
import { createApp } from './web/app.tsx'

/** Whoever opens the application at once gets the first page before the rest is loaded; nobody waits longer than this. */
const firstPageMs = 1_000

/** Serves the application until a signal stops it. */
export async function runServer(): Promise<void> {
  const env = loadEnv()
  const taken = takeDataDir(env.dataDir, null)
  if ('owner' in taken) throw inUse(taken.owner.pid, env.dataDir)
  if (!existsSync(join(env.dataDir, 'eenlijn.sqlite'))) process.stderr.write(`Making the database in ${env.dataDir} …\n`)
  const stopped = new Promise<void>((stop) => {
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  })
  const application = await openApplication(env)
  const server = serve({ fetch: createApp(application.deps).fetch, hostname: env.host, port: env.port })
  await new Promise<void>((resolve, reject) =>
    server
      .once('listening', resolve)
      .once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? portTaken(env.port) : error)),
  )
  const { port } = server.address() as AddressInfo
  const address = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`
  taken.announce(address)
  process.stderr.write(`Eenlijn is ready at ${address}/\n`)
  await firstPage(server)
  await import('./web/pages/index.ts')
  await application.startWork()
  if (env.demo) await application.startDemo()
  await stopped
  if ('closeAllConnections' in server) server.closeAllConnections()
  server.close()
  await application.stop()
  taken.release()
}

/** Resolves once a page was shown, or when nobody asked for one. */
async function firstPage(server: ServerType): Promise<void> {
  const shown = new Promise<void>((resolve) => {
    server.on('request', (_request, response) => response.once('finish', () => response.statusCode === 200 && resolve()))
  })
  await Promise.race([shown, wait(firstPageMs)])
}

const inUse = (pid: number, dataDir: string) =>
  new EenlijnError('conflict', {
    nl: `Eenlijn draait al met de map ${dataDir} (proces ${pid}). Stop dat eerst, of noem een andere map in EENLIJN_DATA_DIR.`,
    en: `Eenlijn runs with the folder ${dataDir} already (process ${pid}). Stop that first, or name another folder in EENLIJN_DATA_DIR.`,
  })

const portTaken = (port: number) =>
  new EenlijnError('conflict', {
    nl: `Poort ${port} is al bezet door een ander programma. Noem een andere in PORT, bijvoorbeeld PORT=${port + 1}.`,
    en: `Port ${port} is taken by another program. Name another one in PORT, for example PORT=${port + 1}.`,
  })

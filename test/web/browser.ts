import type { AddressInfo } from 'node:net'
import { delimiter } from 'node:path'
import { serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright'
import { onTestFinished } from 'vitest'
import { findChromium } from '../../src/capture/chromium.ts'
import type { Deps } from '../../src/deps.ts'
import { createApp } from '../../src/web/app.tsx'

/** The browser of this machine; the tests need one, as the product does. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium({
    chromiumPath: process.env.CHROMIUM_PATH ?? null,
    searchPath: process.env.PATH ?? '',
    runtimeFolder: null,
  })
  if (executablePath === null)
    throw new Error(
      `No Chromium on PATH (${(process.env.PATH ?? '').split(delimiter).length} folders). Install chromium, or set CHROMIUM_PATH.`,
    )
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** The application on a port of this test's own. */
export async function serveApp(deps: Deps): Promise<string> {
  const server = serve({ fetch: createApp(deps).fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((ready) => server.once('listening', ready))
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What a page complains about: script errors and everything that the content policy stopped. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  return complaints
}

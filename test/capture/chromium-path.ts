import { findChromium } from '../../src/capture/chromium.ts'

/** The Chromium that the browser tests use; they cannot run without one. */
export async function chromiumPath(): Promise<string> {
  const path = await findChromium({ chromiumPath: process.env.CHROMIUM_PATH, searchPath: process.env.PATH ?? '' })
  if (path === null) throw new Error('These tests need Chromium: install it, or set CHROMIUM_PATH.')
  return path
}

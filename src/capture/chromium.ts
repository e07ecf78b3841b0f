import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

export interface ChromiumSearch {
  /** A path that the operator set; nothing else is tried then. */
  readonly chromiumPath?: string | null
  /** Folders to look in, as in `PATH`. */
  readonly searchPath: string
  /** Where set-up installs `@sparticuz/chromium` on machines that have no browser. */
  readonly runtimeFolder?: string | null
}

/** The headless shell first: it takes a third of the memory. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of the Chromium to use, or `null` when this machine has none. */
export async function findChromium({ chromiumPath = null, searchPath, runtimeFolder = null }: ChromiumSearch): Promise<string | null> {
  if (chromiumPath !== null && chromiumPath !== '') return (await isExecutable(chromiumPath)) ? chromiumPath : null
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '')
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name)
      if (await isExecutable(path)) return path
    }
  }
  return runtimeFolder === null ? null : unpackedChromium(runtimeFolder)
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** The package carries the browser packed; asking for its path unpacks it once into the temporary folder. */
async function unpackedChromium(folder: string): Promise<string | null> {
  try {
    const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium')
    const { default: chromium }: { default: { executablePath(): Promise<string> } } = await import(entry)
    return await chromium.executablePath()
  } catch {
    return null
  }
}

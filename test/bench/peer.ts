import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const version = '3.18.1'
type Handles = Record<string, string[]>

/** `parseHandlesFromHtml` of `@crawlee/utils`, installed for the bench alone under `.runtime/bench`; `null` when it cannot be had. */
export async function loadPeer(root: string): Promise<{ name: string; read: (html: string) => string[] } | null> {
  const folder = join(root, '.runtime/bench')
  const manifest = join(folder, 'node_modules/@crawlee/utils/package.json')
  if (!existsSync(manifest)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
    const npm = [join(dirname(process.execPath), 'npm'), '/usr/lib/node_modules/npm/bin/npm-cli.js'].find(existsSync)
    try {
      const args = ['install', '--no-audit', '--no-fund', `@crawlee/utils@${version}`]
      if (npm?.endsWith('.js')) execFileSync(process.execPath, [npm, ...args], { cwd: folder, stdio: 'ignore' })
      else execFileSync(npm ?? 'npm', args, { cwd: folder, stdio: 'ignore' })
    } catch {
      return null
    }
  }
  const entry = createRequire(join(folder, 'package.json')).resolve('@crawlee/utils')
  const module = createRequire(entry)(entry) as { social: { parseHandlesFromHtml(html: string): Handles } }
  const platforms = ['linkedIns', 'twitters', 'instagrams', 'facebooks', 'youtubes', 'tiktoks', 'pinterests', 'discords']
  return {
    name: `@crawlee/utils ${version}`,
    read: (html) => {
      const handles = module.social.parseHandlesFromHtml(html)
      return platforms.flatMap((platform) => handles[platform] ?? [])
    },
  }
}

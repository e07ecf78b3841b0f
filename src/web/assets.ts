import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Hono } from 'hono'

const publicFolder = new URL('./public/', import.meta.url)

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

interface Asset {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly etag: string
}

/** Style, scripts and icons: ours from `public/`, and Pico's style sheet from its package. Read once, when first asked. */
export function assets() {
  const kept = new Map<string, Promise<Asset | null>>()
  const read = (name: string) => {
    const known = kept.get(name)
    if (known) return known
    const reading = readAsset(name)
    kept.set(name, reading)
    return reading
  }
  return new Hono().get('/:name{[a-z0-9.-]+}', async (c) => {
    const asset = fileOf(c.req.param('name')) ? await read(c.req.param('name')) : null
    if (!asset) return c.notFound()
    c.header('Cache-Control', 'public, no-cache')
    c.header('ETag', asset.etag)
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304)
    return c.body(asset.body, 200, { 'Content-Type': asset.type })
  })
}

/** Where a name lives, or `null` when it is not one of ours: no name reaches the disk unread. */
function fileOf(name: string): string | URL | null {
  if (name === 'pico.css') return createRequire(import.meta.url).resolve('@picocss/pico/css/pico.min.css')
  return /^[a-z0-9-]+\.(?:css|js|svg)$/.test(name) ? new URL(name, publicFolder) : null
}

async function readAsset(name: string): Promise<Asset | null> {
  const file = fileOf(name)
  const type = types[name.slice(name.lastIndexOf('.') + 1)]
  if (!file || !type) return null
  const body = await readFile(file).catch(() => null)
  if (!body) return null
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { body: new Uint8Array(body), type, etag }
}

import type { Mention, PageReading } from '../../model/mention.ts'
import type { Address } from '../../model/platform.ts'
import { accountFromHandle, classifyUrl } from '../../platforms/classify.ts'

/** A file in which a site declares its accounts, and its reader. */
interface DeclaredFile {
  readonly path: string
  read(text: string, host: string): { address: Address; raw: string }[]
}

const fromUrl = (raw: string): { address: Address; raw: string } => ({ address: classifyUrl(raw, { fediverse: true }), raw })

function readXpoc(text: string): { address: Address; raw: string }[] {
  let manifest: unknown
  try {
    manifest = JSON.parse(text)
  } catch {
    return []
  }
  const accounts = (manifest as { accounts?: unknown } | null)?.accounts
  if (!Array.isArray(accounts)) return []
  return accounts.flatMap((one: { url?: unknown } | null) => (typeof one?.url === 'string' ? [fromUrl(one.url)] : []))
}

function readTrustTxt(text: string): { address: Address; raw: string }[] {
  return [...text.slice(0, 200_000).matchAll(/^\s*social\s*=\s*(\S+)/gim)].map((match) => fromUrl(match[1] as string))
}

function readAtprotoDid(text: string, host: string): { address: Address; raw: string }[] {
  const did = /^\s*(did:(?:plc|web):[a-z0-9.:%-]{4,200})\s*$/i.exec(text)?.[1]
  return did === undefined ? [] : [{ address: accountFromHandle('bluesky', host.replace(/^www\./, '')), raw: did }]
}

/** XPOC 0.3 (microsoft/xpoc-framework), trust.txt (journallist.net) and the AT Protocol's proof of a domain handle. */
export const declaredFiles: readonly DeclaredFile[] = [
  { path: '/xpoc-manifest.json', read: readXpoc },
  { path: '/trust.txt', read: readTrustTxt },
  { path: '/.well-known/atproto-did', read: readAtprotoDid },
]

/** Reads a declared file; `null` when it declares nothing, as an error page in its place does. */
export function readDeclaredFile(
  file: DeclaredFile,
  text: string,
  page: { url: string; fetchedAt: string; record: string | null },
): PageReading | null {
  const mentions = file
    .read(text, new URL(page.url).hostname)
    .filter(({ address }) => address.kind === 'account' || address.kind === 'community')
    .slice(0, 200)
    .map(
      ({ address, raw }): Mention => ({
        address,
        source: 'declared-file',
        zone: 'unknown',
        label: file.path,
        quote: raw.slice(0, 300),
        raw: raw.slice(0, 2000),
        hints: [],
        entity: 'organisation',
        heading: '',
        group: null,
      }),
    )
  return mentions.length === 0 ? null : { ...page, title: '', siteNames: [], lang: null, authors: [], mentions }
}

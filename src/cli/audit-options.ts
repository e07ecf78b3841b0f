import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { AuditRequest } from '../model/audit.ts'
import { EenlijnError } from '../model/errors.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Locale } from '../model/text.ts'
import { platformOfName, platforms } from '../platforms/index.ts'
import type { Io } from './io.ts'
import { readOptions } from './options.ts'

export interface AuditOptions {
  readonly request: AuditRequest
  /** File of the web archive to replay. */
  readonly archive: string | null
  /** File to write this audit's own web archive to. */
  readonly keep: string | null
  readonly json: boolean
  readonly offline: boolean
  readonly server: URL | null
}

/** @throws EenlijnError `invalid-input` with a sentence about the option. */
export async function readAuditOptions(args: readonly string[], io: Io, locale: Locale): Promise<AuditOptions> {
  const { values, positionals } = readOptions(
    args,
    {
      website: { type: 'string' },
      alias: { type: 'string', multiple: true },
      country: { type: 'string' },
      platform: { type: 'string', multiple: true },
      archive: { type: 'string' },
      keep: { type: 'string' },
      links: { type: 'string' },
      json: { type: 'boolean' },
      offline: { type: 'boolean' },
      server: { type: 'string' },
    },
    true,
  )
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0) throw oneName(positionals)
  const links = values.links === undefined ? undefined : await readLinks(values.links, io)
  return {
    request: {
      name,
      locale,
      ...(values.website === undefined ? {} : { website: values.website }),
      ...(values.alias === undefined ? {} : { aliases: values.alias }),
      ...(values.country === undefined ? {} : { country: values.country }),
      ...(values.platform === undefined ? {} : { platforms: values.platform.map(readPlatform) }),
      ...(links === undefined ? {} : { links }),
    },
    archive: values.archive ?? null,
    keep: values.keep ?? null,
    json: values.json ?? false,
    offline: values.offline ?? false,
    server: values.server === undefined ? null : readServer(values.server),
  }
}

const oneName = (given: readonly string[]) =>
  given.length === 0
    ? new EenlijnError('invalid-input', {
        nl: 'Geef de naam van de organisatie: eenlijn audit NAAM',
        en: 'Give the name of the organisation: eenlijn audit NAME',
      })
    : new EenlijnError('invalid-input', {
        nl: `Zet de naam tussen aanhalingstekens: eenlijn audit "${given.join(' ')}"`,
        en: `Put the name between quotes: eenlijn audit "${given.join(' ')}"`,
      })

function readPlatform(word: string): PlatformId {
  const known = platformOfName(word)
  if (known) return known
  const all = platforms.map(({ id }) => id).join(', ')
  throw new EenlijnError('invalid-input', {
    nl: `‘${word}’ is geen platform dat Eenlijn kent. Kies uit: ${all}.`,
    en: `‘${word}’ is not a platform that Eenlijn knows. Choose from: ${all}.`,
  })
}

async function readLinks(file: string, io: Io): Promise<string> {
  try {
    return file === '-' ? await text(io.stdin) : readFileSync(file, 'utf8')
  } catch (cause) {
    throw new EenlijnError(
      'invalid-input',
      { nl: `Het bestand met links is niet te lezen: ${file}`, en: `The file with links cannot be read: ${file}` },
      { cause },
    )
  }
}

function readServer(address: string): URL {
  const url = URL.parse(address.includes('://') ? address : `http://${address}`)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new EenlijnError('invalid-input', {
    nl: `‘${address}’ is geen adres van een server. Schrijf bijvoorbeeld http://127.0.0.1:4180`,
    en: `‘${address}’ is not the address of a server. Write for example http://127.0.0.1:4180`,
  })
}

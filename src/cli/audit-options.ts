import { accessSync, constants, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { AuditRequest } from '../model/audit.ts'
import { type RouteId, routeIds } from '../model/candidate.ts'
import { EenlijnError } from '../model/errors.ts'
import type { PlatformId } from '../model/platform.ts'
import type { PrintRoute } from '../model/print-item.ts'
import type { Locale, Text } from '../model/text.ts'
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
  /** A list of locations, as it stands in the file. */
  readonly locations: string | null
  readonly team: string | null
  /** The basis for looking at people, as JSON text. */
  readonly teamBasis: string | null
  /** Files of posters and flyers, and of clippings and saved articles. */
  readonly prints: readonly { readonly file: string; readonly route: PrintRoute }[]
}

/** @throws EenlijnError `invalid-input` with a sentence about the option. */
export async function readAuditOptions(args: readonly string[], io: Io, locale: Locale): Promise<AuditOptions> {
  const { values, positionals } = readOptions(
    withEachFile(args),
    {
      website: { type: 'string' },
      alias: { type: 'string', multiple: true },
      country: { type: 'string' },
      platform: { type: 'string', multiple: true },
      archive: { type: 'string' },
      keep: { type: 'string' },
      routes: { type: 'string' },
      'max-dollars': { type: 'string' },
      links: { type: 'string' },
      locations: { type: 'string' },
      team: { type: 'string' },
      'team-basis': { type: 'string' },
      print: { type: 'string', multiple: true },
      press: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      offline: { type: 'boolean' },
      server: { type: 'string' },
    },
    true,
  )
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0) throw oneName(positionals)
  const press = values.press ?? []
  const articles = press.filter(isAddress)
  const clippings = press.filter((one) => !isAddress(one))
  const links = values.links === undefined ? undefined : await readText(values.links, io, noLinks)
  return {
    request: {
      name,
      locale,
      ...(values.website === undefined ? {} : { website: values.website }),
      ...(values.alias === undefined ? {} : { aliases: values.alias }),
      ...(values.country === undefined ? {} : { country: values.country }),
      ...(values.platform === undefined ? {} : { platforms: values.platform.map(readPlatform) }),
      ...(links === undefined ? {} : { links }),
      ...(articles.length === 0 ? {} : { press: articles }),
      ...(values.routes === undefined ? {} : { routes: values.routes.split(',').map((word) => readRoute(word.trim())) }),
      ...(values['max-dollars'] === undefined ? {} : { maxDollars: readDollars(values['max-dollars']) }),
    },
    archive: values.archive ?? null,
    keep: values.keep ?? null,
    json: values.json ?? false,
    offline: values.offline ?? false,
    server: values.server === undefined ? null : readServer(values.server),
    locations: values.locations === undefined ? null : await readText(values.locations, io, noLocations),
    team: values.team === undefined ? null : await readText(values.team, io, noTeam),
    teamBasis: values['team-basis'] === undefined ? null : await readText(values['team-basis'], io, noTeam),
    prints: [
      ...(values.print ?? []).map((file) => ({ file: readable(file), route: 'print' as const })),
      ...clippings.map((file) => ({ file: readable(file), route: 'press' as const })),
    ],
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

function readRoute(word: string): RouteId {
  const known = routeIds.find((route) => route === word)
  if (known) return known
  throw new EenlijnError('invalid-input', {
    nl: `‘${word}’ is geen route. Kies uit: ${routeIds.join(', ')}.`,
    en: `‘${word}’ is not a route. Choose from: ${routeIds.join(', ')}.`,
  })
}

/** A comma will do for whoever writes amounts that way. */
function readDollars(text: string): number {
  const amount = Number(text.replace(',', '.'))
  if (text.trim() !== '' && amount >= 0 && amount <= 10) return amount
  throw new EenlijnError('invalid-input', {
    nl: `‘${text}’ is geen bedrag. Geef bij --max-dollars een getal van 0 tot 10, bijvoorbeeld 0.31`,
    en: `‘${text}’ is no amount. Give --max-dollars a number from 0 to 10, for example 0.31`,
  })
}

function readPlatform(word: string): PlatformId {
  const known = platformOfName(word)
  if (known) return known
  const all = platforms.map(({ id }) => id).join(', ')
  throw new EenlijnError('invalid-input', {
    nl: `‘${word}’ is geen platform dat Eenlijn kent. Kies uit: ${all}.`,
    en: `‘${word}’ is not a platform that Eenlijn knows. Choose from: ${all}.`,
  })
}

/** `NAME --print a.jpg b.jpg`: once the name stands there, the words behind these options are all theirs. */
function withEachFile(args: readonly string[]): string[] {
  if (args[0] === undefined || args[0].startsWith('-')) return [...args]
  let option: string | null = null
  return args.flatMap((word, at) => {
    if (word.startsWith('-')) option = word === '--print' || word === '--press' ? word : null
    else if (option !== null && args[at - 1] !== option) return [option, word]
    return [word]
  })
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

/** A file that is there, told before anything is begun. */
function readable(file: string): string {
  try {
    accessSync(file, constants.R_OK)
    return file
  } catch (cause) {
    throw new EenlijnError('invalid-input', noPrint(file), { cause })
  }
}

async function readText(file: string, io: Io, refusal: (file: string) => Text): Promise<string> {
  try {
    return file === '-' ? await text(io.stdin) : readFileSync(file, 'utf8')
  } catch (cause) {
    throw new EenlijnError('invalid-input', refusal(file), { cause })
  }
}

const noLinks = (file: string): Text => ({
  nl: `Het bestand met links is niet te lezen: ${file}`,
  en: `The file with links cannot be read: ${file}`,
})
const noPrint = (file: string): Text => ({
  nl: `Dit bestand is niet te lezen: ${file}`,
  en: `This file cannot be read: ${file}`,
})
const noTeam = (file: string): Text => ({
  nl: `Het bestand over teamleden is niet te lezen: ${file}`,
  en: `The file about team members cannot be read: ${file}`,
})
const noLocations = (file: string): Text => ({
  nl: `Het bestand met locaties is niet te lezen: ${file}`,
  en: `The file with locations cannot be read: ${file}`,
})

/** @throws EenlijnError `invalid-input`. */
export function readServer(address: string): URL {
  const url = URL.parse(address.includes('://') ? address : `http://${address}`)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new EenlijnError('invalid-input', {
    nl: `‘${address}’ is geen adres van een server. Schrijf bijvoorbeeld http://127.0.0.1:4180`,
    en: `‘${address}’ is not the address of a server. Write for example http://127.0.0.1:4180`,
  })
}

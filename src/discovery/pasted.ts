import { EenlijnError } from '../model/errors.ts'
import type { Address } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { accountFromHandle, classifyUrl } from '../platforms/classify.ts'
import { platform as platformById, platformOfName } from '../platforms/index.ts'
import { announces, headingOf, type Piece, piecesOf } from '../platforms/pieces.ts'

const MOST_LINES = 500
const MOST_BYTES = 64 * 1024

export interface Paste {
  /** Accounts, each once, with the line (from 1) where it stood first. */
  readonly found: readonly { readonly address: Address; readonly line: number; readonly raw: string }[]
  readonly notUnderstood: readonly { readonly line: number; readonly raw: string; readonly why: Text }[]
  /** Personal profiles: counted, and not kept. {@link peopleNote} says so. */
  readonly people: number
}

/**
 * Reads the links and account names that a person pastes: in any form, one or hundreds, bare or inside prose or markup.
 * What is no account is refused with a sentence that says why and what to paste instead.
 * @throws EenlijnError `too-large` above 500 lines or 64 kB.
 */
export function readPaste(text: string): Paste {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.length > MOST_LINES || new TextEncoder().encode(text).length > MOST_BYTES) throw tooLarge()
  const found = new Map<string, { address: Address; line: number; raw: string }>()
  const people = new Set<string>()
  const notUnderstood: { line: number; raw: string; why: Text }[] = []
  let heading: string | null = null
  lines.forEach((text, at) => {
    if (text.trim() === '') return
    const line = at + 1
    const refused = new Map<string, Text>()
    const pieces = piecesUnder(heading, text)
    for (const piece of pieces) {
      const address = addressOf(piece)
      if (address?.kind === 'account' && address.key !== null) {
        if (address.owner === 'person') people.add(address.key)
        else if (!found.has(address.key)) found.set(address.key, { address, line, raw: piece.raw.slice(0, 300) })
      } else refused.set(piece.raw, whyNot(piece, address))
    }
    heading = headingOf(text)
    for (const [raw, why] of refused) notUnderstood.push({ line, raw: raw.slice(0, 300), why })
    if (pieces.length > 0) return
    if (announces(text)) notUnderstood.push({ line, raw: text.trim().slice(0, 300), why: noHandle })
    else if (heading === null && isLonelyName(text)) notUnderstood.push({ line, raw: text.trim().slice(0, 300), why: noPlatform })
  })
  return { found: [...found.values()], notUnderstood, people: people.size }
}

/** A platform's name alone on the line before belongs to this one. */
function piecesUnder(heading: string | null, line: string): Piece[] {
  const own = piecesOf(line)
  const isOpen = own.every(({ is }) => is === 'loose-handle')
  return heading !== null && isOpen ? piecesOf(`${heading}: ${line.trim()}`) : own
}

const addressOf = (piece: Piece): Address | null =>
  piece.is === 'link'
    ? classifyUrl(piece.raw, { fromText: true })
    : piece.is === 'handle'
      ? accountFromHandle(piece.platform, piece.raw)
      : null

/** One or two words without anything that tells where: probably meant as an account. Longer lines are prose. */
function isLonelyName(line: string): boolean {
  const words = line.trim().split(/\s+/)
  return words.length <= 2 && words.every((word) => platformOfName(word) === null) && !/[@:/]/.test(line) && /[\p{L}\p{N}]{3}/u.test(line)
}

/** Says of how many people a profile was pasted, and why none of it was kept; `null` for none. */
export function peopleNote(people: number): Text | null {
  if (people === 0) return null
  return {
    nl: `${people === 1 ? '1 link is' : `${people} links zijn`} van een persoon. Die tellen wij alleen: eerst moet je organisatie vastleggen waarom zij naar profielen van collega’s kijkt.`,
    en: `${people === 1 ? '1 link is' : `${people} links are`} a person’s. We only count those: first your organisation has to record why it looks at profiles of colleagues.`,
  }
}

const tooLarge = () =>
  new EenlijnError('too-large', {
    nl: `Dit is te veel in één keer. Plak hoogstens ${MOST_LINES} regels of 64 kB.`,
    en: `This is too much at once. Paste at most ${MOST_LINES} lines or 64 kB.`,
  })

const noPlatform: Text = {
  nl: 'Hier staat niet bij op welk platform. Schrijf bijvoorbeeld ‘Instagram: @naam’, of plak de link.',
  en: 'This does not say on which platform. Write for example ‘Instagram: @name’, or paste the link.',
}

const noHandle: Text = {
  nl: 'Hier staat een naam, maar geen accountnaam. Plak de link van het account.',
  en: 'This is a name, but not an account name. Paste the link of the account.',
}

const noAddress: Text = {
  nl: 'Dit is geen adres van een platform dat wij kennen. Is het jullie website, vul die dan in bij de organisatie.',
  en: 'This is not an address of a platform that we know. If it is your website, fill it in at the organisation.',
}

function whyNot(piece: Piece, address: Address | null): Text {
  if (piece.is === 'loose-handle' || address === null) return noPlatform
  if (piece.is === 'handle' && address.kind === 'none') {
    const { name, handleRule } = platformById(piece.platform)
    return {
      nl: `Zo kan een naam op ${name} niet geschreven zijn (${handleRule.min} tot ${handleRule.max} tekens). Plak de link van het account.`,
      en: `A name on ${name} cannot be written like this (${handleRule.min} to ${handleRule.max} characters). Paste the link of the account.`,
    }
  }
  const on = address.platform === null ? null : platformById(address.platform).name
  switch (address.kind) {
    case 'content':
      return address.url === null
        ? {
            nl: 'Dit is een bericht of video, geen account. Open de maker ervan en plak dat adres.',
            en: 'This is a post or video, not an account. Open its maker and paste that address.',
          }
        : {
            nl: `Dit is een bericht of video, geen account. Is de maker van jullie, plak dan ${address.url}.`,
            en: `This is a post or video, not an account. If its maker is yours, paste ${address.url}.`,
          }
    case 'share':
      return {
        nl: 'Dit is een deelknop, geen account. Open jullie profiel en plak het adres daarvan.',
        en: 'This is a share button, not an account. Open your profile and paste its address.',
      }
    case 'community':
      return {
        nl: 'Dit is een groep, uitnodiging of bord, geen account. Plak het adres van jullie profiel of pagina.',
        en: 'This is a group, invitation or board, not an account. Paste the address of your profile or page.',
      }
    case 'platform-page':
      return {
        nl: `Dit is een pagina van ${on ?? 'het platform'} zelf. Open jullie profiel en plak het adres daarvan.`,
        en: `This is a page of ${on ?? 'the platform'} itself. Open your profile and paste its address.`,
      }
    case 'unresolved':
      return {
        nl: 'Dit is een verkorte link. Open hem in je browser en plak het adres dat je dan ziet.',
        en: 'This is a shortened link. Open it in your browser and paste the address that you see then.',
      }
    default:
      return noAddress
  }
}

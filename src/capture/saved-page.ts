import { EenlijnError } from '../model/errors.ts'
import { decodeText } from './charset.ts'
import { isMhtml, readMhtml } from './mhtml.ts'
import { nestsTooDeep } from './nesting.ts'

/** A page that a person saved from a browser. */
export interface SavedPage {
  readonly html: string
  /** Where it stood, as the browser noted it, or `null`. */
  readonly url: string | null
  /** The bytes that the file holds for an address in the page, or `null`. */
  picture(address: string): Uint8Array | null
}

/** Chrome and Edge note the address in a comment, and so does the extension SingleFile. */
const savedFrom = /<!--\s{0,10}saved from url=\(\d{1,5}\)([^\s>]{1,2000})/i
const singleFile = /<!--\s{0,10}Page saved with SingleFile\s{1,10}url:\s{0,10}([^\s>]{1,2000})/i

/**
 * Reads a saved page, `.html` or `.mhtml`. Nothing in it is run, and nothing is fetched for it.
 * @throws EenlijnError `not-accepted` for what is no saved page, or nests deeper than any page does; `too-large` beyond 60,000 elements.
 */
export function readSavedPage(bytes: Uint8Array): SavedPage {
  if (isMhtml(bytes)) {
    const saved = readMhtml(bytes)
    if (!saved) throw noPage()
    return { html: checked(saved.html), url: webAddress(saved.url), picture: (address) => saved.parts.get(address) ?? inlined(address) }
  }
  const html = checked(decodeText(bytes, 'text/html'))
  const head = html.slice(0, 8192)
  return { html, url: webAddress(savedFrom.exec(head)?.[1] ?? singleFile.exec(head)?.[1] ?? null), picture: inlined }
}

/** Profiles have some ten thousand; more would keep everybody waiting while they are read. Pictures in the page cost nothing. */
const mostElements = 60_000

function tooManyElements(html: string): boolean {
  let elements = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) if (++elements > mostElements * 2) return true
  return false
}

function checked(html: string): string {
  if (tooManyElements(html)) throw tooLong()
  if (!/<(?:html|head|body|title|meta|!doctype)\b/i.test(html.slice(0, 100_000))) throw noPage()
  if (nestsTooDeep(html)) throw tooDeep()
  return html
}

const webAddress = (url: string | null): string | null => (url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null)

/** A picture that stands in the page itself. */
function inlined(address: string): Uint8Array | null {
  const match = /^data:image\/[a-z+.-]{1,20};base64,/i.exec(address)
  return match ? Buffer.from(address.slice(match[0].length), 'base64') : null
}

const noPage = () =>
  new EenlijnError(
    'not-accepted',
    {
      nl: 'Dit bestand is geen opgeslagen webpagina. Sla de pagina op met Ctrl-S, en kies het bestand dat eindigt op .html of .mhtml.',
      en: 'This file is not a saved web page. Save the page with Ctrl-S, and choose the file that ends in .html or .mhtml.',
    },
    { field: 'page' },
  )

const tooLong = () =>
  new EenlijnError(
    'too-large',
    {
      nl: 'Deze pagina is langer dan wij kunnen lezen. Open het profiel opnieuw, scroll niet door, en sla het dan op.',
      en: 'This page is longer than we can read. Open the profile anew, do not scroll, and then save it.',
    },
    { field: 'page' },
  )

const tooDeep = () =>
  new EenlijnError(
    'not-accepted',
    {
      nl: 'Deze pagina zit zo diep in elkaar dat wij hem niet kunnen lezen. Maak een schermafbeelding, of vul de velden in.',
      en: 'This page nests so deep that we cannot read it. Take a picture of the screen, or fill in the fields.',
    },
    { field: 'page' },
  )

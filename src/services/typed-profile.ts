import { EenlijnError } from '../model/errors.ts'
import type { Text } from '../model/text.ts'

/** What a person typed of a profile, as it came in; '' is not filled in. */
export interface TypedFields {
  readonly name: string
  readonly description: string
  readonly website: string
  /** YYYY-MM-DD. */
  readonly lastPost: string
  /** `yes`, `no` or ''. */
  readonly hasPicture: string
}

/** The same, checked; `null` is not told. */
export interface TypedProfile {
  readonly name: string | null
  readonly description: string | null
  readonly website: string | null
  /** ISO 8601, UTC. */
  readonly lastPost: string | null
  readonly hasPicture: boolean | null
  /** Whether anything was filled in. */
  readonly any: boolean
}

const longest = { name: 300, description: 2000, website: 2000 } as const

/** @throws EenlijnError `invalid-input` with the field that is not right. */
export function readTypedFields(fields: TypedFields, now: string): TypedProfile {
  const name = textOf(fields.name, 'name')
  const description = textOf(fields.description, 'description')
  const website = websiteOf(textOf(fields.website, 'website'))
  const lastPost = dayOf(fields.lastPost.trim(), now)
  const hasPicture = fields.hasPicture === 'yes' ? true : fields.hasPicture === 'no' ? false : null
  const any = [name, description, website, lastPost, hasPicture].some((value) => value !== null)
  return { name, description, website, lastPost, hasPicture, any }
}

function textOf(typed: string, field: keyof typeof longest): string | null {
  const text = typed.trim()
  if (text.length > longest[field]) throw refused(field, tooLong(longest[field]))
  return text === '' ? null : text
}

function websiteOf(typed: string | null): string | null {
  if (typed === null) return null
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) throw refused('website', noAddress)
  return url.href
}

function dayOf(typed: string, now: string): string | null {
  if (typed === '') return null
  const time = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00.000Z`) : Number.NaN
  // A day ahead: it may be tomorrow where the person sits.
  if (Number.isNaN(time) || time > Date.parse(now) + 86_400_000 || time < Date.parse('1997-01-01')) throw refused('lastPost', noDay)
  return new Date(time).toISOString()
}

const refused = (field: string, text: Text) => new EenlijnError('invalid-input', text, { field })

const tooLong = (most: number): Text => ({
  nl: `Dit is te lang: ${most} tekens is het meeste.`,
  en: `This is too long: ${most} characters is the most.`,
})
const noAddress: Text = {
  nl: 'Dit is geen adres van een website. Vul het in zoals www.voorbeeld.nl.',
  en: 'This is no address of a website. Fill it in like www.example.org.',
}
const noDay: Text = {
  nl: 'Deze datum klopt niet. Kies de dag van het nieuwste bericht, vandaag of eerder.',
  en: 'This date is not right. Choose the day of the newest post, today or before.',
}

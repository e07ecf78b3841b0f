import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { checks } from '../checks/index.ts'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { type HouseStyle, houseStyleSchema, type Passage } from '../model/house-style.ts'
import type { Text } from '../model/text.ts'
import { readPattern } from '../naming/pattern.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { audits, evidence, houseStyles } from '../store/schema.ts'
import { type AuditRow, findAudit } from './find-audit.ts'
import { houseStyleOf, isHousePicture } from './house-style.ts'
import { invalidInput } from './invalid-input.ts'
import { readWebsite } from './organisation.ts'

export interface SaveHouseStyleInput {
  readonly auditId: string
  readonly style: HouseStyle
  readonly personId: string | null
}

/**
 * Records what the organisation agreed for its accounts, as a new version beside the earlier ones. The same as what
 * stands makes no version.
 * @throws EenlijnError `not-found`; `invalid-input` with the path of the field: `names.people`, `description.link`.
 */
export function saveHouseStyle(deps: Deps, input: SaveHouseStyleInput): { readonly changed: boolean } {
  const read = houseStyleSchema.safeParse(input.style)
  if (!read.success) throw sentenceFor(read.error)
  const style = settled(read.data)
  for (const of of patternFields) for (const pattern of style.names[of]) readPattern(pattern, `names.${of}`)
  return deps.store.transact((tx) => {
    const audit = findAudit(tx, input.auditId)
    const { organisationId } = audit
    const known = houseStyleOf(tx, organisationId)
    if (JSON.stringify(known) === JSON.stringify(style)) return { changed: false }
    for (const { digest, field } of digestsIn(style)) if (!isOwnPicture(tx, audit, digest)) throw notOurs(field)
    const at = deps.now().toISOString()
    tx.insert(houseStyles).values({ id: newId(), organisationId, body: style, personId: input.personId, at }).run()
    return { changed: true }
  })
}

const patternFields = ['organisation', 'units', 'people', 'display'] as const

/** What people get wrong most, in words of its own; the path goes without the place in a list, so that it names a field. */
function sentenceFor(error: z.ZodError): EenlijnError {
  const path = error.issues[0]?.path.filter((part) => typeof part === 'string') ?? []
  const field = path.slice(0, 2).join('.')
  const text = sentences[path.at(-1) === 'quote' || path.at(-1) === 'document' ? 'passage' : field]
  return text ? new EenlijnError('invalid-input', text, { field: path.join('.') }) : invalidInput(error)
}

const patternsText: Text = {
  nl: 'Hier passen 5 patronen van hoogstens 100 tekens. Haal er een paar weg, of maak ze korter.',
  en: 'Here go 5 patterns of at most 100 characters. Remove a few, or make them shorter.',
}
const sentences: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(patternFields.map((of) => [`names.${of}`, patternsText])),
  'background.references': {
    nl: 'Er passen 10 afgesproken achtergrondfoto’s. Haal er eerst een weg.',
    en: 'There is room for 10 agreed background pictures. Remove one first.',
  },
  'logo.files': {
    nl: 'Er passen 20 logobestanden, met namen van hoogstens 200 tekens. Haal er eerst een weg, of maak de naam korter.',
    en: 'There is room for 20 logo files, with names of at most 200 characters. Remove one first, or shorten the name.',
  },
  'colours.hex': {
    nl: 'Schrijf elke kleur als een code van zes tekens, zoals #0f5c63. Hoogstens 12 kleuren.',
    en: 'Write each colour as a code of six characters, such as #0f5c63. At most 12 colours.',
  },
  'description.words': {
    nl: 'Hier passen 10 woorden of zinsdelen van hoogstens 100 tekens.',
    en: 'Here go 10 words or phrases of at most 100 characters.',
  },
  'description.link': { nl: 'Deze link is te lang: 500 tekens is het meeste.', en: 'This link is too long: 500 characters is the most.' },
  passage: {
    nl: 'Neem hoogstens 1.000 tekens uit het beleid over, en 300 voor de naam van het stuk.',
    en: 'Quote at most 1,000 characters of the policy, and 300 for the name of the document.',
  },
}

/** One spelling for what means the same, so that a version says that something changed. */
function settled(style: HouseStyle): HouseStyle {
  const { names, background, portraits, logo, colours, description } = style
  const known = new Set(checks.map((check) => check.id))
  return {
    names: { ...names, passage: passageOf(names.passage) },
    background: { references: [...new Set(background.references)], passage: passageOf(background.passage) },
    portraits: { ...portraits, passage: passageOf(portraits.passage) },
    logo: { ...logo, passage: passageOf(logo.passage) },
    colours: { hex: [...new Set(colours.hex)], passage: passageOf(colours.passage) },
    description: {
      words: [...new Set(description.words)],
      link: description.link === null || description.link.trim() === '' ? null : linkOf(description.link),
      passage: passageOf(description.passage),
    },
    off: [...new Set(style.off)].filter((check) => known.has(check)).sort(),
  }
}

function passageOf(passage: Passage | null): Passage | null {
  const quote = passage?.quote.trim() ?? ''
  const document = passage?.document.trim() ?? ''
  return quote === '' && document === '' ? null : { quote, document }
}

function linkOf(raw: string): string {
  try {
    return readWebsite(raw)
  } catch (error) {
    if (error instanceof EenlijnError) throw new EenlijnError(error.code, error.text, { field: 'description.link', cause: error })
    throw error
  }
}

const digestsIn = ({ background, logo }: HouseStyle) => [
  ...background.references.map((digest) => ({ digest, field: 'background.references' })),
  ...logo.files.map(({ file }) => ({ digest: file, field: 'logo.files' })),
]

/** Digests are no secret: only what this organisation handed in, or what its accounts showed, may be named. */
function isOwnPicture(tx: Db, audit: AuditRow, digest: string): boolean {
  const ofOrganisation = tx.select({ id: audits.id }).from(audits).where(eq(audits.organisationId, audit.organisationId))
  const shown = tx
    .select({ digest: evidence.digest })
    .from(evidence)
    .where(and(eq(evidence.digest, digest), eq(evidence.kind, 'picture'), inArray(evidence.auditId, ofOrganisation)))
    .limit(1)
    .get()
  return shown !== undefined || isHousePicture(tx, audit.organisationId, digest)
}

const notOurs = (field: string) => new EenlijnError('invalid-input', unknownPicture, { field })

const unknownPicture: Text = {
  nl: 'Dit beeld kennen wij niet (meer). Kies het bestand opnieuw, of kies een beeld van een van jullie accounts.',
  en: 'We do not know this picture (any more). Choose the file again, or choose a picture of one of your accounts.',
}

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { routeIdSchema } from '../model/candidate.ts'
import { EenlijnError } from '../model/errors.ts'

const named = z.union([
  z.string().transform((name) => ({ name, aliases: [] as string[], website: null, country: null })),
  z.object({
    name: z.string().default(''),
    aliases: z.array(z.string()).default([]),
    website: z.string().nullish(),
    domain: z.string().nullish(),
    country: z.string().nullish(),
  }),
])

/** A saved page, by its path or with the address where it was. */
const pageSchema = z.union([
  z.string().transform((file) => ({ file, url: null })),
  z.object({ file: z.string(), url: z.string().nullish() }),
])

/** Whose site it is and where it was saved: what a candidate may bring itself or share with others. The short names are those of the manifests. */
const siteSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  organisation: named.nullish(),
  org: z.string().nullish(),
  name: z.string().nullish(),
  aliases: z.array(z.string()).nullish(),
  website: z.string().nullish(),
  home: z.string().nullish(),
  domain: z.string().nullish(),
  country: z.string().nullish(),
  /** A manifest of sites has the number of its pages here, which says nothing of where they are. */
  pages: z.union([z.array(pageSchema), z.number().transform(() => null)]).nullish(),
  page: pageSchema.nullish(),
  archive: z.string().nullish(),
})

const candidateFields = z.object({
  url: z.string().nullish(),
  platform: z.string().nullish(),
  handle: z.string().nullish(),
  foundVia: z.union([routeIdSchema, z.array(routeIdSchema)]).nullish(),
  profile: pageSchema.nullish(),
})
const candidateSchema = z.union([z.string().transform((url) => ({ url })), siteSchema.extend(candidateFields.shape)])
const entrySchema = siteSchema.extend({
  ...candidateFields.shape,
  /** The file of the one page, as in a manifest of pages; `url` is then the page's. */
  file: z.string().nullish(),
  candidates: z.array(candidateSchema).nullish(),
})

export type VerifySite = z.infer<typeof siteSchema>
export type VerifyCandidate = z.infer<typeof candidateFields> & VerifySite
/** An organisation with what is asked of it; without candidates every account that its pages name is. */
export interface VerifyGroup {
  readonly site: VerifySite
  readonly candidates: readonly VerifyCandidate[] | null
}

const most = 200_000

/** Reads JSON (an object or array) or JSON lines. @throws EenlijnError `invalid-input` with the line or entry that is not right. */
export function readVerifyInput(text: string): VerifyGroup[] {
  const entries = parsedEntries(text)
  if (entries.length > most) throw refused(`more than ${most} entries`, `meer dan ${most} regels`)
  return entries.map((entry, at) => {
    const parsed = entrySchema.safeParse(entry)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw refused(`entry ${at + 1}: ${issue?.path.join('.')} ${issue?.message}`, `regel ${at + 1}: ${issue?.path.join('.')} klopt niet`)
    }
    return groupOf(parsed.data)
  })
}

function groupOf({ candidates, file, url, platform, handle, foundVia, profile, ...site }: z.infer<typeof entrySchema>): VerifyGroup {
  if (candidates) return { site: file ? { ...site, page: { file, url: url ?? null } } : site, candidates }
  if (file && !handle && !foundVia && !profile) return { site: { ...site, page: { file, url: url ?? null } }, candidates: null }
  if (url || handle) {
    const page = file && !site.page ? { page: { file, url: null } } : {}
    return { site: { ...site, ...page }, candidates: [{ url, platform, handle, foundVia, profile }] }
  }
  return { site, candidates: null }
}

function parsedEntries(text: string): unknown[] {
  const plain = text.replace(/^\uFEFF/, '').trim()
  try {
    const whole: unknown = JSON.parse(plain)
    return Array.isArray(whole) ? whole : [whole]
  } catch {
    return plain.split(/\r?\n/).flatMap((line, at) => {
      if (line.trim() === '') return []
      try {
        return [JSON.parse(line) as unknown]
      } catch {
        throw refused(`line ${at + 1} is not JSON`, `regel ${at + 1} is geen JSON`)
      }
    })
  }
}

/** Files stand beside the list, or in the folder above it. @throws EenlijnError `invalid-input`. */
export function bytesOfFile(list: string, file: string): Uint8Array {
  const path = pathBeside(list, file)
  const bytes = readFileSync(path)
  return bytes[0] === 0x1f && bytes[1] === 0x8b && !/\.warc\.gz$/i.test(file) ? gunzipSync(bytes, { maxOutputLength: 50 * 2 ** 20 }) : bytes
}

/** @throws EenlijnError `invalid-input` when it is in neither place. */
export function pathBeside(list: string, file: string): string {
  const path = [join(dirname(list), file), join(dirname(list), '..', file)].find((place) => existsSync(place))
  if (path !== undefined) return path
  throw refused(`the file ${file} is not there`, `het bestand ${file} is er niet`)
}

const refused = (en: string, nl: string) =>
  new EenlijnError(
    'invalid-input',
    {
      nl: `De lijst met kandidaten is niet te lezen: ${nl}. Geef JSON met per organisatie {organisation, pages, candidates}.`,
      en: `The list of candidates cannot be read: ${en}. Give JSON with for each organisation {organisation, pages, candidates}.`,
    },
    { field: 'candidates' },
  )

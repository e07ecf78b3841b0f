import { z } from 'zod'
import { EenlijnError } from '../model/errors.ts'
import { namePatternSchema } from '../model/house-style.ts'
import type { PlatformId } from '../model/platform.ts'
import { accountFromHandle } from '../platforms/classify.ts'
import { platformOfName } from '../platforms/index.ts'
import type { Named, NamingOrganisation } from './name-values.ts'
import { readPattern } from './pattern.ts'
import type { EarlierSuggestion, NameSubject } from './suggest-names.ts'

/** Most people and most units of one list. */
const mostNames = 5_000
const MOST_ACCOUNTS = 40

const word = z.string().trim().min(1).max(200)
const maybe = word.nullish().transform((text) => text ?? null)

const accountSchema = z.object({
  /** As people call it: `x`, `Twitter`, `Instagram`. */
  platform: word.transform((name, context) => {
    const id = platformOfName(name)
    if (id === null) context.addIssue({ code: 'custom', message: 'platform' })
    return id ?? z.NEVER
  }),
  /** As a person writes it (`@jan`, `in/jan-jansen`), or the whole address. */
  handle: word,
  displayName: z.string().trim().max(300).nullish(),
})
const accounts = z.array(accountSchema).max(MOST_ACCOUNTS).default([])
const person = z.object({ id: word.optional(), name: word, unit: maybe, place: maybe, role: maybe, accounts })
const unit = z.object({ id: word.optional(), name: word, place: maybe, accounts })
const patterns = z.array(namePatternSchema).max(5).default([])

const organisation = z
  .union([
    word.transform((name) => ({ name })),
    z.object({ name: word, aliases: z.array(word).max(50).optional(), website: maybe, acronym: maybe, short: maybe }),
  ])
  .transform((given): NamingOrganisation => ({ aliases: [], website: null, ...given }))

/** A list of people and units with their accounts, as the commands `names infer` and `names suggest` read it. */
const staffSchema = z.object({
  organisation,
  /** The organisation's own accounts. */
  accounts,
  people: z.array(person).max(mostNames).default([]),
  units: z.array(unit).max(mostNames).default([]),
  /** As agreed, in order of preference; what is left out is found from the accounts. */
  patterns: z.object({ people: patterns, units: patterns, organisation: patterns, display: patterns }).partial().default({}),
  /** Where everybody is to have a name; left out: where somebody on the list has one. */
  platforms: z.array(accountSchema.shape.platform).max(MOST_ACCOUNTS).optional(),
  /** Suggestions of an earlier run, as they were given; their holders keep them. */
  earlier: z
    .array(z.object({ key: word, platform: accountSchema.shape.platform, handle: z.string().nullable() }))
    .max(mostNames * 10)
    .default([]),
})

export interface Staff {
  readonly organisation: NamingOrganisation
  readonly subjects: readonly NameSubject[]
  readonly patterns: Readonly<Record<'people' | 'units' | 'organisation' | 'display', readonly string[]>>
  readonly platforms: readonly PlatformId[]
  readonly earlier: readonly EarlierSuggestion[]
}

/** @throws EenlijnError `invalid-input` that names the field and says what to do */
export function readStaff(input: unknown): Staff {
  const parsed = staffSchema.safeParse(input)
  if (!parsed.success) throw wrongField(parsed.error)
  const { organisation, patterns: given, earlier } = parsed.data
  const subjects = [
    subject('organisation', { name: organisation.name, accounts: parsed.data.accounts }, 'accounts'),
    ...parsed.data.units.map((one, at) => subject('unit', one, `units[${at}].accounts`)),
    ...parsed.data.people.map((one, at) => subject('person', one, `people[${at}].accounts`)),
  ]
  const patterns = { people: [], units: [], organisation: [], display: [], ...given }
  for (const [name, list] of Object.entries(patterns)) for (const [at, one] of list.entries()) readPattern(one, `patterns.${name}[${at}]`)
  const used = subjects.flatMap((one) => one.accounts.map(({ platform }) => platform))
  return {
    organisation,
    subjects: withOwnKeys(subjects),
    patterns,
    platforms: [...new Set(parsed.data.platforms ?? used)],
    earlier: earlier.flatMap(({ handle, ...rest }) => (handle === null ? [] : [{ ...rest, handle }])),
  }
}

type GivenAccounts = z.infer<typeof accounts>
type Given = {
  id?: string | undefined
  name: string
  unit?: string | null
  place?: string | null
  role?: string | null
  accounts: GivenAccounts
}

function subject(kind: Named['kind'], { id, name, unit = null, place = null, role = null, accounts }: Given, field: string): NameSubject {
  const handles = accounts.map(({ platform, handle, displayName }, at) => ({
    platform,
    handle: handleOf(kind, platform, handle, `${field}[${at}].handle`),
    displayName: displayName || null,
  }))
  const key = id ?? [kind, name, unit ?? place].filter(Boolean).join(':')
  return { key, kind, name, unit, place, role, accounts: handles }
}

/** Two of one name and unit without an id are told apart by their place in the list. */
function withOwnKeys(subjects: readonly NameSubject[]): NameSubject[] {
  const seen = new Map<string, number>()
  return subjects.map((one) => {
    const count = (seen.get(one.key) ?? 0) + 1
    seen.set(one.key, count)
    return count === 1 ? one : { ...one, key: `${one.key}#${count}` }
  })
}

function handleOf(kind: Named['kind'], platform: PlatformId, handle: string, field: string): string {
  const isBare = platform === 'linkedin' && kind === 'person' && !handle.includes('/')
  const address = accountFromHandle(platform, isBare ? `in/${handle.replace(/^@/, '')}` : handle)
  if (address.handle === null || address.kind === 'none')
    throw new EenlijnError(
      'invalid-input',
      {
        nl: `‘${handle}’ in ‘${field}’ is geen accountnaam op ${platform}. Neem over wat er in het adres van het profiel staat.`,
        en: `‘${handle}’ in ‘${field}’ is not an account name on ${platform}. Copy what stands in the address of the profile.`,
      },
      { field },
    )
  return address.handle
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '') || 'the file'

function wrongField(error: z.ZodError): EenlijnError {
  const issue = error.issues[0]
  const field = fieldOf(issue?.path ?? [])
  const asked: Readonly<Record<string, readonly [string, string]>> = {
    platform: ['noem een platform, zoals x of instagram', 'name a platform, such as x or instagram'],
    handle: ['schrijf de naam van het account', 'write the name of the account'],
    name: ['schrijf een naam', 'write a name'],
    organisation: ['schrijf de naam van de organisatie', 'write the name of the organisation'],
    patterns: ['schrijf patronen zoals {given}_{organisation}', 'write patterns such as {given}_{organisation}'],
  }
  const last = [...(issue?.path ?? [])].reverse().find((part) => typeof part === 'string')
  const tooMany = issue?.code === 'too_big'
  const [nl, en] = tooMany
    ? ['dit is te lang of te veel', 'this is too long or too much']
    : (asked[String(last)] ?? ['dit heeft een andere vorm; zie README, ‘names’', 'this has another form; see README, ‘names’'])
  return new EenlijnError(
    'invalid-input',
    { nl: `‘${field}’ klopt niet: ${nl}.`, en: `‘${field}’ is not right: ${en}.` },
    { field, cause: error },
  )
}

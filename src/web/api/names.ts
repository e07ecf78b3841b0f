import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { textSchema } from '../../model/text.ts'
import { deviationKinds } from '../../naming/deviation.ts'
import { likenessSteps } from '../../naming/likeness.ts'
import { suggestionSources } from '../../naming/proposals.ts'
import { readStaff, type Staff } from '../../naming/staff.ts'
import { type FoundBuild, inferNames, type StaffBuilds, type StaffSuggestions, suggestStaffNames } from '../../naming/staff-names.ts'
import { mostSlots } from '../../services/name-subjects.ts'
import { type NameBuild, type NamesView, nameKinds, readNames } from '../../services/read-names.ts'
import { auditParams, json, orProblem } from './answers.ts'

const tags = ['Names']
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const usedSchema = z.object({
  patterns: list(z.string()).describe('In order of preference'),
  from: z.enum(['agreed', 'majority', 'proposal']),
})

const buildSchema: z.ZodType<NameBuild> = usedSchema.extend({
  support: z
    .object({ n: z.number().int(), of: z.number().int() })
    .nullable()
    .describe('How many names follow the patterns; null for a proposal, and for fewer than five people'),
  exceptions: list(z.object({ about: z.string(), platform: platformIdSchema, written: z.string(), differs: textSchema })).describe(
    'Never of people',
  ),
  counts: list(z.object({ differs: textSchema, n: z.number().int() })),
})

const viewSchema: z.ZodType<NamesView> = z
  .object({
    auditId: z.string(),
    organisation: z.object({ id: z.string(), name: z.string() }),
    kinds: list(z.object({ kind: z.enum(nameKinds), handles: buildSchema, displayNames: buildSchema })),
    rows: list(
      z.object({
        key: z.string().describe('Rows of one key are of one location, unit or person'),
        kind: z.enum(nameKinds),
        about: z.string(),
        platform: platformIdSchema,
        current: z.object({ handle: z.string(), url: z.string(), displayName: z.string().nullable() }).nullable(),
        handle: z.string().nullable().describe('Exactly what to take; whether it is free is not known'),
        displayName: z.string().nullable(),
        by: z.enum(suggestionSources).nullable(),
        keep: z.boolean().describe('The present handle can stay'),
        differs: textSchema.nullable().describe('In what the present handle differs; never of people'),
      }),
    ),
    platforms: list(platformIdSchema),
    unnamed: list(z.object({ platform: platformIdSchema, handle: z.string() })),
    peopleAllowed: z.boolean().describe('People are among the rows only while a basis to look at them holds'),
    left: z.number().int().describe('Locations and people that were too many for one request'),
  })
  .meta({ id: 'Names' })

const read = createRoute({
  method: 'get',
  path: '/audits/{auditId}/names',
  tags,
  summary: 'Read the handle and display name to take, for each account',
  description:
    'By what the organisation agreed, else by what most of its names do: for itself, each location and unit, and each of the team. Nothing is asked of a platform.',
  request: { params: auditParams },
  responses: { 200: json(viewSchema, 'How names are built and which to take'), ...orProblem },
})

const staffBody = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object' as const,
        required: ['organisation'],
        description: 'As the commands `names infer` and `names suggest` read it; see README, ‘names’',
        example: {
          organisation: { name: 'VG Sector', website: 'https://www.vgsector.example' },
          people: [{ name: 'Jannie de Wit', accounts: [{ platform: 'x', handle: 'Jannie_VGsector' }] }],
          platforms: ['x', 'linkedin'],
        },
      },
    },
  },
}

const useSchema = z.object({ key: z.string(), platform: platformIdSchema, written: z.string() })
const otherSchema = z.object({ pattern: z.string(), support: z.number().int() })
const foundShape = {
  of: z.number().int().describe('Names that somebody chose'),
  alternatives: list(otherSchema),
  setAside: list(useSchema).describe('Numbers and codes that nobody chose'),
  differs: list(z.object({ key: z.string(), platform: platformIdSchema, text: textSchema })),
}
const exceptionSchema = useSchema.extend({
  step: z.enum(likenessSteps).nullable(),
  deviations: list(z.enum(deviationKinds)),
  expected: z.string().nullable(),
})
const foundSchema: z.ZodType<FoundBuild> = z.union([
  z.object({
    kind: z.literal('pattern'),
    pattern: z.string(),
    support: z.number().int().describe('How many follow it'),
    exceptions: list(exceptionSchema),
    ...foundShape,
  }),
  z.object({ kind: z.literal('none'), why: z.enum(['too-few', 'no-majority']), ...foundShape }),
])
const foundBuilds = z.object({ handles: foundSchema.nullable(), displayNames: foundSchema.nullable() })
const buildsSchema: z.ZodType<StaffBuilds> = z.object({ organisation: foundBuilds, units: foundBuilds, people: foundBuilds })

const infer = createRoute({
  method: 'post',
  path: '/names/infer',
  tags,
  summary: 'Find how the names of a list are built',
  description: 'The same JSON as the command `names infer`. Nothing is kept.',
  request: { body: staffBody },
  responses: { 200: json(buildsSchema, 'The build of most, and who differs in what'), ...orProblem },
})

const usedOf = z.object({ handles: usedSchema, displayNames: usedSchema })
const suggestionsSchema: z.ZodType<StaffSuggestions> = z.object({
  used: z.object({ organisation: usedOf, units: usedOf, people: usedOf }),
  suggestions: list(
    z.object({
      key: z.string(),
      platform: platformIdSchema,
      current: z.string().nullable(),
      handle: z.string().nullable(),
      by: z.enum(suggestionSources).nullable(),
      pattern: z.string().nullable(),
      displayName: z.string().nullable(),
    }),
  ),
})

const suggest = createRoute({
  method: 'post',
  path: '/names/suggest',
  tags,
  summary: 'Suggest the handle and display name to take, for everybody on a list',
  description: `The same JSON as the command \`names suggest\`. At most ${mostSlots} names at once (people and units, times platforms); the command takes more. Nothing is kept.`,
  request: { body: staffBody },
  responses: { 200: json(suggestionsSchema, 'Within each platform’s rule, and unlike each other'), ...orProblem },
})

export function addNames(api: OpenAPIHono, deps: Deps): void {
  api.openapi(read, (c) => c.json(readNames(deps, c.req.valid('param').auditId), 200))
  api.openapi(infer, async (c) => c.json(inferNames(await staffIn(c)), 200))
  api.openapi(suggest, async (c) => c.json(suggestStaffNames(await staffIn(c)), 200))
}

/** @throws EenlijnError `invalid-input` that names the field; `too-large` for more names than one request works out. */
async function staffIn(c: Context): Promise<Staff> {
  const staff = readStaff(await c.req.json().catch(() => notJson()))
  const names = staff.subjects.length * Math.max(1, staff.platforms.length)
  if (names <= mostSlots) return staff
  throw new EenlijnError('too-large', {
    nl: `Dit zijn ${names} namen: ${mostSlots} is het meeste voor een aanvraag. Deel de lijst, of gebruik de opdracht ‘names’.`,
    en: `These are ${names} names: ${mostSlots} is the most for one request. Cut the list into parts, or use the command ‘names’.`,
  })
}

function notJson(): never {
  throw new EenlijnError('invalid-input', {
    nl: 'De aanvraag is geen JSON. Geef {"organisation": …, "people": […]}; zie README, ‘names’.',
    en: 'The request is not JSON. Give {"organisation": …, "people": […]}; see README, ‘names’.',
  })
}

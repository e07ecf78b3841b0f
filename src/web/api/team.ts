import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { joinedWays } from '../../model/team.ts'
import { teamLookSchema } from '../../model/team-look.ts'
import { localeSchema, textSchema } from '../../model/text.ts'
import { noticeText, teamNotice } from '../../report/team-notice.ts'
import { confirmMember, inviteMember, noteInformed } from '../../services/change-member.ts'
import { eraseMember, objectMember } from '../../services/erase-member.ts'
import { importTeam } from '../../services/import-team.ts'
import { readTeam, type TeamBasisView, type TeamMemberView, type TeamView } from '../../services/read-team.ts'
import { saveTeamBasis } from '../../services/save-team-basis.ts'
import { withdrawTeamBasis } from '../../services/withdraw-team-basis.ts'
import { auditParams, json, jsonBody, knownPerson, orProblem, personId } from './answers.ts'
import { localeOf } from './language.ts'

const tags = ['Team members']
const memberParams = auditParams.extend({ memberId: z.string().max(64) })
const basisText = z.string().max(4_000)

/** A list may be larger than other bodies: 256 kB, and as much again for the signs that JSON writes in front of others. */
export const teamPath = /^(?:\/v1)?\/audits\/[^/]+\/team\/?$/
const limitList = bodyLimit({
  maxSize: 512 * 1024,
  onError: () => {
    throw new EenlijnError('too-large', {
      nl: 'Deze lijst is te groot: 256 kB is het meeste.',
      en: 'This list is too large: 256 kB is the most.',
    })
  },
})

const basisFacts = {
  purpose: basisText,
  interest: basisText.describe('Balancing test, step 1'),
  necessity: basisText.describe('Balancing test, step 2'),
  balance: basisText.describe('Balancing test, step 3'),
  contact: basisText,
  worksCouncil: basisText,
}

const basisSchema: z.ZodType<TeamBasisView> = z.object({
  ...basisFacts,
  by: z.string().nullable(),
  at: z.string(),
  withdrawnAt: z.string().nullable(),
})

const memberSchema: z.ZodType<TeamMemberView> = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  unit: z.string(),
  joinedBy: z.enum(joinedWays).describe('`team-page` is only possible until somebody confirms'),
  page: z.string().nullable().describe('The page of the organisation that names the person'),
  profiles: z
    .array(
      z.object({
        id: z.string(),
        platform: platformIdSchema,
        handle: z.string(),
        url: z.string(),
        source: z.enum(['published', 'agreed']),
        page: z.string().nullable(),
        look: teamLookSchema.nullable().describe('How it looked last, in the fewest fields'),
        lookExpires: z.string().nullable(),
      }),
    )
    .readonly(),
  invited: z.boolean(),
  agreedAt: z.string().nullable(),
  informedOn: z.string().nullable().describe('YYYY-MM-DD'),
  informLate: z.boolean().describe('Thirty days have passed and nobody told them'),
  expiresAt: z.string().nullable().describe('When somebody who was never confirmed goes from the list'),
  keptUntil: z.string().describe('When anybody goes whom no page, list or person has named for twelve months'),
  since: z.string(),
})

const teamSchema: z.ZodType<TeamView> = z.object({
  organisation: z.object({ id: z.string(), name: z.string(), website: z.string().nullable() }),
  basis: basisSchema.nullable().describe('`null`: this part is off, and nothing of people is kept'),
  versions: z.array(basisSchema).readonly(),
  members: z.array(memberSchema).readonly(),
  objections: z.number().int().describe('Marks of objection that are kept, as keyed hashes'),
  reading: z
    .object({ added: z.number().int(), known: z.number().int(), skipped: z.number().int(), at: z.string() })
    .nullable()
    .describe('The last reading of the website'),
  totals: z
    .object({
      people: z.number().int(),
      withProfile: z.number().int(),
      looked: z.object({ people: z.number().int(), withPicture: z.number().int(), mentioning: z.number().int() }).nullable(),
    })
    .nullable()
    .describe('Only over five people or more'),
})

const gone = { 204: { description: 'Done' }, ...orProblem }

const read = createRoute({
  method: 'get',
  path: '/audits/{auditId}/team',
  tags,
  summary: 'Read the team and its basis',
  description: 'The closed list of people, in the order of the alphabet; nobody is ranked. Without a basis it is empty.',
  request: { params: auditParams },
  responses: { 200: json(teamSchema, 'The team'), ...orProblem },
})

const record = createRoute({
  method: 'put',
  path: '/audits/{auditId}/team/basis',
  tags,
  summary: 'Record why people are looked at',
  description: 'Purpose and a balancing test in three steps. Earlier versions stay. Open blanks of the starting texts are refused.',
  request: {
    params: auditParams,
    body: jsonBody(
      z.strictObject({
        ...basisFacts,
        worksCouncil: basisText.default(''),
        confirmed: z.literal(true).describe('A person says that this is the organisation’s own weighing'),
        personId: personId.nullish(),
      }),
    ),
  },
  responses: { 200: json(z.object({ id: z.string() }), 'Recorded'), ...orProblem },
})

const withdraw = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/team/basis',
  tags,
  summary: 'Withdraw the basis',
  description: 'Everything stops, and what was kept of people is erased. Objections stay.',
  request: { params: auditParams },
  responses: { 200: json(z.object({ removed: z.number().int() }), 'Withdrawn'), ...orProblem },
})

const notice = createRoute({
  method: 'get',
  path: '/audits/{auditId}/team/notice',
  tags,
  summary: 'Read the notice to the people concerned',
  description: 'Made from the basis (Art. 14 GDPR). `null` without a basis.',
  request: { params: auditParams, query: z.object({ lang: localeSchema.optional().describe('Instead of Accept-Language') }) },
  responses: { 200: json(z.object({ text: z.string().nullable() }), 'The notice'), ...orProblem },
})

const add = createRoute({
  method: 'post',
  path: '/audits/{auditId}/team',
  tags,
  summary: 'Put people on the list',
  description:
    'CSV (name, role, unit, profiles, agreed) or one name a line; at most 500 rows and 256 kB. Profiles count only where the line says that the person agreed. Who objected is skipped and counted.',
  request: { params: auditParams, body: jsonBody(z.strictObject({ text: z.string().min(1).max(262_144) })) },
  responses: {
    200: json(
      z.object({
        added: z.number().int(),
        known: z.number().int(),
        skipped: z.number().int().describe('Objected earlier'),
        bad: z.array(z.object({ line: z.number().int(), raw: z.string(), why: textSchema })).readonly(),
      }),
      'What became of each line',
    ),
    ...orProblem,
  },
})

const confirm = createRoute({
  method: 'put',
  path: '/audits/{auditId}/team/{memberId}/confirmed',
  tags,
  summary: 'Confirm that somebody belongs to the team',
  request: { params: memberParams },
  responses: gone,
})

const informed = createRoute({
  method: 'put',
  path: '/audits/{auditId}/team/{memberId}/informed',
  tags,
  summary: 'Note when somebody was informed',
  request: {
    params: memberParams,
    body: jsonBody(z.strictObject({ on: z.string().max(10).describe('YYYY-MM-DD; empty takes it back') })),
  },
  responses: gone,
})

const invite = createRoute({
  method: 'post',
  path: '/audits/{auditId}/team/{memberId}/invitation',
  tags,
  summary: 'Make an invitation',
  description: 'The path of the person’s own page. It is given once; only a hash of it is kept, and a new one ends the old one.',
  request: { params: memberParams },
  responses: { 201: json(z.object({ path: z.string() }), 'Made'), ...orProblem },
})

const objection = createRoute({
  method: 'post',
  path: '/audits/{auditId}/team/{memberId}/objection',
  tags,
  summary: 'Object on behalf of somebody',
  description: 'Erases everything of them, and every later reading and import leaves them out. Only keyed hashes stay.',
  request: { params: memberParams },
  responses: gone,
})

const erase = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/team/{memberId}',
  tags,
  summary: 'Erase somebody',
  description: 'From the list, the looks, the kept pages and archives, and every text that quotes them. Not while an audit runs.',
  request: { params: memberParams },
  responses: gone,
})

export function addTeam(api: OpenAPIHono, deps: Deps): void {
  api.use('/audits/:auditId/team', limitList)
  api.openapi(read, (c) => c.json(readTeam(deps, c.req.valid('param').auditId), 200))
  api.openapi(record, (c) => {
    const { personId: person, ...facts } = c.req.valid('json')
    return c.json(saveTeamBasis(deps, { ...c.req.valid('param'), ...facts, personId: knownPerson(deps, person) }), 200)
  })
  api.openapi(withdraw, async (c) => c.json(await withdrawTeamBasis(deps, c.req.valid('param')), 200))
  api.openapi(notice, (c) => {
    const { basis, organisation } = readTeam(deps, c.req.valid('param').auditId)
    const locale = c.req.valid('query').lang ?? localeOf(c)
    const text = basis && noticeText(teamNotice({ ...basis, organisation: organisation.name, website: organisation.website }, locale))
    return c.json({ text }, 200)
  })
  api.openapi(add, (c) => c.json(importTeam(deps, { ...c.req.valid('param'), ...c.req.valid('json') }), 200))
  api.openapi(confirm, (c) => {
    confirmMember(deps, c.req.valid('param'))
    return c.body(null, 204)
  })
  api.openapi(informed, (c) => {
    noteInformed(deps, { ...c.req.valid('param'), ...c.req.valid('json') })
    return c.body(null, 204)
  })
  api.openapi(invite, (c) => c.json({ path: `/${localeOf(c)}/invitation/${inviteMember(deps, c.req.valid('param')).token}` }, 201))
  api.openapi(objection, async (c) => {
    await objectMember(deps, c.req.valid('param'))
    return c.body(null, 204)
  })
  api.openapi(erase, async (c) => {
    await eraseMember(deps, c.req.valid('param'))
    return c.body(null, 204)
  })
}

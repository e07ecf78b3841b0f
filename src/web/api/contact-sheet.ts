import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { accountKinds } from '../../model/candidate.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { seenSchema } from '../../model/seen.ts'
import { groupKinds, type SheetPicture, sheetSorts } from '../../report/sheet-groups.ts'
import { type ContactSheetView, readContactSheet, type SheetAccount } from '../../services/contact-sheet.ts'
import { auditParams, json, orProblem } from './answers.ts'

const pictureSchema: z.ZodType<SheetPicture> = z.union([
  z.object({ digest: z.string().describe('Opens at …/evidence/{digest}') }),
  z.object({ why: z.enum(['absent', 'hidden', 'not-offered', 'gone']) }),
])

const accountSchema: z.ZodType<SheetAccount> = z.object({
  accountId: z.string(),
  key: z.string(),
  platform: platformIdSchema,
  handle: z.string(),
  url: z.string(),
  kind: z.enum(accountKinds),
  displayName: seenSchema(z.string()),
  avatar: pictureSchema,
  banner: pictureSchema,
  followers: z
    .object({ count: z.number().int(), from: z.string(), at: z.string() })
    .nullable()
    .describe('As the platform says on that day; platforms count unlike things, so never add them up'),
  expired: z.boolean().describe('Of an interface whose terms do not let data this old be shown'),
  explained: z.string().nullable(),
})

const sheetSchema: z.ZodType<ContactSheetView> = z.object({
  organisation: z.object({ id: z.string(), name: z.string() }),
  sort: z.enum(sheetSorts),
  shown: z.number().int(),
  all: z.number().int(),
  platforms: z.array(platformIdSchema).readonly(),
  norm: z.enum(['agreed', 'majority']).nullable(),
  references: z.array(z.string()).readonly().describe('Digests of the pictures that the first group keeps to'),
  groups: z.array(z.object({ kind: z.enum(groupKinds), items: z.array(accountSchema).readonly() })).readonly(),
})

const route = createRoute({
  method: 'get',
  path: '/audits/{auditId}/contact-sheet',
  tags: ['House style'],
  summary: 'Read the accounts laid together by likeness',
  description: 'Accounts of the organisation; people are not on it.',
  request: {
    params: auditParams,
    query: z.object({
      sort: z.enum(sheetSorts).optional().describe('The picture to compare by; `banner` unless given'),
      platform: platformIdSchema.optional(),
    }),
  },
  responses: { 200: json(sheetSchema, 'What keeps the norm first, what differs after it, then what could not be judged'), ...orProblem },
})

export function addContactSheet(api: OpenAPIHono, deps: Deps): void {
  api.openapi(route, (c) => {
    const { sort = 'banner', platform = null } = c.req.valid('query')
    return c.json(readContactSheet(deps, c.req.valid('param').auditId, { sort, platform }), 200)
  })
}

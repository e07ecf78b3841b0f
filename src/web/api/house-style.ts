import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { houseStyleSchema } from '../../model/house-style.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { textSchema } from '../../model/text.ts'
import type { FoundStyle } from '../../report/found-style.ts'
import { explainDeviation, takeBackExplanation } from '../../services/explain-deviation.ts'
import { keepHousePicture, maxHousePictureBytes } from '../../services/keep-house-picture.ts'
import { type HouseStyleView, houseStyleParts, readHouseStyle } from '../../services/read-house-style.ts'
import { saveHouseStyle } from '../../services/save-house-style.ts'
import { auditParams, json, jsonBody, knownPerson, orProblem, personId } from './answers.ts'
import { orNull } from './schemas.ts'

const tags = ['House style']

/** Pictures are larger than other bodies; `api/index.ts` lets this path through to the limit here. */
export const housePicturePath = /^(?:\/v1)?\/audits\/[^/]+\/house-style\/pictures\/?$/

const found = <T extends z.ZodType>(value: T) =>
  z.object({ n: z.number().int(), of: z.number().int(), value }).nullable().describe('What n of the accounts that could be seen do now')

const foundSchema: z.ZodType<FoundStyle> = z.object({
  names: z.object({ organisation: found(z.string()), units: found(z.string()), display: found(z.string()) }),
  background: found(z.string()),
  avatar: found(z.string()),
  colours: found(z.array(z.string()).readonly()),
  link: found(z.string()),
})

const viewSchema: z.ZodType<HouseStyleView> = z.object({
  organisation: z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()).readonly(), domain: z.string().nullable() }),
  style: houseStyleSchema,
  versions: z
    .array(
      z.object({
        number: z.number().int(),
        at: z.string(),
        by: z.string().nullable(),
        changed: z.array(z.enum(houseStyleParts)).readonly(),
      }),
    )
    .readonly()
    .describe('Newest first'),
  found: foundSchema,
  banners: z
    .array(z.object({ digest: z.string(), accounts: z.array(z.object({ platform: platformIdSchema, handle: z.string() })).readonly() }))
    .readonly(),
  checks: z.array(z.object({ id: z.string(), title: textSchema, description: textSchema, on: z.boolean() })).readonly(),
})

const read = createRoute({
  method: 'get',
  path: '/audits/{auditId}/house-style',
  tags,
  summary: 'Read what the organisation agreed',
  description: 'With what its accounts do now where nothing is agreed, and what there is to choose from.',
  request: { params: auditParams },
  responses: { 200: json(viewSchema, 'The agreements'), ...orProblem },
})

const savedSchema = z.object({ changed: z.boolean() })

const save = createRoute({
  method: 'put',
  path: '/audits/{auditId}/house-style',
  tags,
  summary: 'Record what the organisation agreed',
  description:
    'A new version beside the earlier ones; it holds for every audit of the organisation. Pictures are named by digest: of POST …/house-style/pictures, or one that an account showed.',
  request: { params: auditParams, body: jsonBody(z.strictObject({ style: houseStyleSchema, personId: personId.nullish() })) },
  responses: { 200: json(savedSchema, '`changed` is false when this already stood'), ...orProblem },
})

const pictureSchema = z.object({ digest: z.string(), width: z.number().int(), height: z.number().int() })

const upload = createRoute({
  method: 'post',
  path: '/audits/{auditId}/house-style/pictures',
  tags,
  summary: 'Hand in a logo or a banner',
  description: 'SVG (at most 1 MB), PNG, JPEG, GIF or WebP (at most 5 MB and 30 million pixels). Of an SVG a drawing is kept as PNG.',
  request: {
    params: auditParams,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: { type: 'object' as const, required: ['file'], properties: { file: { type: 'string' as const, format: 'binary' } } },
        },
      },
    },
  },
  responses: { 201: json(pictureSchema, 'Kept; not agreed until the house style names it'), ...orProblem },
})

const explanationParams = auditParams.extend({ accountId: z.string().max(64), check: z.string().max(64) })
const explanationSchema = z.object({ reason: z.string(), approver: z.string(), at: z.string() })

const explain = createRoute({
  method: 'put',
  path: '/audits/{auditId}/accounts/{accountId}/explanations/{check}',
  tags,
  summary: 'Explain why an account may differ',
  description: 'An explained deviation is no fail. It holds in later audits until it is taken back.',
  request: {
    params: explanationParams,
    body: jsonBody(
      z.strictObject({
        reason: z.string().min(1).max(1_000),
        approver: z.string().min(1).max(100).describe('A role or team of the organisation'),
        personId: personId.nullish(),
      }),
    ),
  },
  responses: { 200: json(orNull(explanationSchema), 'Kept'), ...orProblem },
})

const takeBack = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/accounts/{accountId}/explanations/{check}',
  tags,
  summary: 'Take an explanation back',
  request: { params: explanationParams },
  responses: { 204: { description: 'Taken back' }, ...orProblem },
})

export function addHouseStyle(api: OpenAPIHono, deps: Deps): void {
  api.openapi(read, (c) => c.json(readHouseStyle(deps, c.req.valid('param').auditId), 200))
  api.openapi(save, (c) => {
    const { style, personId: person } = c.req.valid('json')
    return c.json(saveHouseStyle(deps, { ...c.req.valid('param'), style, personId: knownPerson(deps, person) }), 200)
  })
  api.use(upload.getRoutingPath(), limitFile)
  api.openapi(upload, async (c) => {
    const bytes = await fileIn(c)
    return c.json(await keepHousePicture(deps, { ...c.req.valid('param'), bytes, field: 'file' }), 201)
  })
  api.openapi(explain, (c) => {
    const { personId: person, ...said } = c.req.valid('json')
    return c.json(explainDeviation(deps, { ...c.req.valid('param'), ...said, personId: knownPerson(deps, person) }), 200)
  })
  api.openapi(takeBack, (c) => {
    takeBackExplanation(deps, { ...c.req.valid('param'), personId: null })
    return c.body(null, 204)
  })
}

async function fileIn(c: Context): Promise<Uint8Array> {
  const { file } = await c.req.parseBody().catch(() => ({ file: null }))
  if (file instanceof File) return new Uint8Array(await file.arrayBuffer())
  throw new EenlijnError(
    'invalid-input',
    { nl: 'Stuur multipart/form-data met het beeld als ‘file’.', en: 'Send multipart/form-data with the picture as ‘file’.' },
    { field: 'file' },
  )
}

const limitFile = bodyLimit({
  maxSize: maxHousePictureBytes + 64 * 1024,
  onError: () => {
    throw new EenlijnError('too-large', {
      nl: 'Dit bestand is te groot: 5 MB is het meeste.',
      en: 'This file is too large: 5 MB is the most.',
    })
  },
})

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { snapshotSchema } from '../../model/snapshot.ts'
import { captureByHand, maxPageBytes, maxScreenshotBytes } from '../../services/capture-by-hand.ts'
import { invalidInput } from '../../services/invalid-input.ts'
import { auditParams, json, knownPerson, orProblem, personId } from './answers.ts'
import { unreadable } from './refusals.ts'

/** Saved pages and pictures are larger than other bodies; `api/index.ts` lets this path through to the limit here. */
export const snapshotPath = /^(?:\/v1)?\/audits\/[^/]+\/candidates\/[^/]+\/snapshot\/?$/

const fieldsSchema = z.strictObject({
  found: z.enum(['profile', 'gone']).default('profile').describe('`gone`: the platform says that there is no such account'),
  name: z.string().max(300).default(''),
  description: z.string().max(2000).default(''),
  website: z.string().max(2000).default(''),
  lastPost: z.string().max(10).default('').describe('YYYY-MM-DD'),
  hasPicture: z.enum(['yes', 'no', '']).default(''),
  personId: personId.nullish(),
})

const text = { type: 'string' as const }
const file = { type: 'string' as const, format: 'binary' }

const route = createRoute({
  method: 'put',
  path: '/audits/{auditId}/candidates/{accountId}/snapshot',
  tags: ['Accounts'],
  summary: 'Hand in what a person saw of an account',
  description:
    'For platforms that show themselves to people and not to programs. A saved page (`.html` or `.mhtml`, at most 20 MB), a picture of the screen (png, jpeg or webp, at most 10 MB), fields, or any of them together. The page itself is not kept. A page of another account, or a wall, is refused.',
  request: {
    params: auditParams.extend({ accountId: z.string().max(64) }),
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object' as const,
            properties: {
              page: file,
              screenshot: file,
              ...Object.fromEntries(Object.keys(fieldsSchema.shape).map((name) => [name, text])),
            },
          },
        },
        'application/json': { schema: z.toJSONSchema(fieldsSchema, { io: 'input', target: 'openapi-3.0' }) as { type: 'object' } },
      },
    },
  },
  responses: { 200: json(snapshotSchema, 'The snapshot that counts in this audit from now on'), ...orProblem },
})

export function addSnapshots(api: OpenAPIHono, deps: Deps): void {
  api.use(route.getRoutingPath(), limitBody)
  api.openapi(route, async (c) => {
    const { fields, page, screenshot } = await bodyOf(c)
    const read = fieldsSchema.safeParse(fields)
    if (!read.success) throw invalidInput(read.error)
    const { found, personId: person, ...typed } = read.data
    const personId = knownPerson(deps, person)
    return c.json(await captureByHand(deps, { ...c.req.valid('param'), personId, found, page, screenshot, fields: typed }), 200)
  })
}

async function bodyOf(c: Context): Promise<{ fields: unknown; page: Uint8Array | null; screenshot: Uint8Array | null }> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json')
    return {
      fields: await c.req.json().catch(() => {
        throw unreadable()
      }),
      page: null,
      screenshot: null,
    }
  if (type !== 'multipart/form-data') throw wrongType()
  const { page, screenshot, ...fields } = await c.req.parseBody().catch(() => {
    throw unreadable()
  })
  return { fields, page: await bytesOf(page), screenshot: await bytesOf(screenshot) }
}

const bytesOf = async (part: unknown): Promise<Uint8Array | null> =>
  part instanceof File && part.size > 0 ? new Uint8Array(await part.arrayBuffer()) : null

const limitBody = bodyLimit({
  maxSize: maxPageBytes + maxScreenshotBytes + 2 ** 20,
  onError: () => {
    throw new EenlijnError('too-large', {
      nl: 'Dit is te groot: een pagina mag 20 MB zijn en een schermafbeelding 10 MB.',
      en: 'This is too large: a page may be 20 MB and a picture of the screen 10 MB.',
    })
  },
})

const wrongType = () =>
  new EenlijnError('not-accepted', {
    nl: 'Stuur multipart/form-data met een pagina of schermafbeelding, of application/json met de velden.',
    en: 'Send multipart/form-data with a page or picture, or application/json with the fields.',
  })

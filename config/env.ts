import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { paceMs, pagesPerAudit } from './crawl.ts'
import { usualEvidenceDays } from './retention.ts'

/** The folder that package.json stands in. */
export const projectRoot: string = fileURLToPath(new URL('..', import.meta.url))

/** The only reader of process.env. Names carry their units; a bad value stops the start with a sentence. */
const schema = z.object({
  EENLIJN_DATA_DIR: z.string().min(1).default(join(projectRoot, 'data')),
  EENLIJN_BLOB_DIR: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4180),
  /** Host names under which the application may be opened, beside localhost; comma separated. */
  EENLIJN_HOSTS: z.string().default(''),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must start with redis:// or rediss://')
    .optional(),
  /** `no`: this process runs no jobs itself; workers join over Redis. */
  EENLIJN_EMBEDDED_WORKER: z.enum(['yes', 'no']).default('yes'),
  /** How a site owner reaches whoever runs this; sent along with every request. */
  EENLIJN_CONTACT: z.string().max(200).default('https://github.com/eenlijn'),
  EENLIJN_EVIDENCE_DAYS: z.coerce.number().int().min(1).max(3_650).default(usualEvidenceDays),
  EENLIJN_NETWORK: z.enum(['on', 'off']).default('on'),
  EENLIJN_DEMO: z.enum(['on', 'off']).default('on'),
  EENLIJN_MAX_PAGES: z.coerce.number().int().min(1).max(500).default(pagesPerAudit),
  /** Private addresses that may be asked all the same, for development: `127.0.0.1:8080`, comma separated. */
  EENLIJN_ALLOW_PRIVATE: z.string().default(''),
  /** Between two requests to such an address, in milliseconds; the pace towards everybody else is no setting. */
  EENLIJN_PRIVATE_PACE_MS: z.coerce.number().int().min(0).max(60_000).default(paceMs),
  /** Address of one's own SearXNG, with the JSON format switched on. */
  SEARXNG_URL: z.url().optional(),
  BRAVE_SEARCH_KEY: z.string().min(1).optional(),
  YOUTUBE_API_KEY: z.string().min(1).optional(),
  /** The server that takes mail: `smtp://user:password@mail.example:587`. Without it no mail is sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'must start with smtp:// or smtps://')
    .optional(),
  /** Whom mail comes from: `Eenlijn <eenlijn@zorgwijde.example>`. */
  MAIL_FROM: z
    .string()
    .max(300)
    .regex(/^(?:[^<>\r\n]{0,200}<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, 'must be an address, or a name with an address in < >')
    .optional(),
  /** Where readers of mail and feeds find this application. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** `yes`: the last address that a proxy of ours put in X-Forwarded-For is the client's. */
  EENLIJN_BEHIND_PROXY: z.enum(['yes', 'no']).default('no'),
  CHROMIUM_PATH: z.string().optional(),
  PATH: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

const checked = schema.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ['MAIL_FROM'],
  message: 'is needed beside SMTP_URL: whom does mail come from?',
})

export interface Env {
  readonly dataDir: string
  readonly blobDir: string
  readonly host: string
  readonly port: number
  readonly allowedHosts: readonly string[]
  readonly redisUrl: string | null
  readonly embeddedWorker: boolean
  readonly contact: string
  readonly evidenceDays: number
  readonly network: boolean
  readonly demo: boolean
  readonly maxPages: number
  readonly allowPrivate: readonly string[]
  readonly privatePaceMs: number
  readonly keys: { readonly searxng: string | null; readonly brave: string | null; readonly youtube: string | null }
  /** `null` while no mail can be sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  /** Without a slash at the end. */
  readonly publicUrl: string
  readonly behindProxy: boolean
  readonly chromiumPath: string | null
  /** Where programs are looked for. */
  readonly searchPath: string
  readonly logLevel: string
}

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** @throws Error with one line per bad value: which, and why. */
export function loadEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = checked.safeParse(set)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')}: ${issue.message} (it is ${JSON.stringify(set[String(issue.path[0])])})`,
    )
    throw new Error(`The settings are not right.\n${lines.join('\n')}`)
  }
  const value = parsed.data
  const dataDir = resolve(value.EENLIJN_DATA_DIR)
  return {
    dataDir,
    blobDir: resolve(value.EENLIJN_BLOB_DIR ?? `${dataDir}/blobs`),
    host: value.HOST,
    port: value.PORT,
    allowedHosts: [...list(value.EENLIJN_HOSTS), ...(value.PUBLIC_URL ? [new URL(value.PUBLIC_URL).host] : [])],
    redisUrl: value.REDIS_URL ?? null,
    embeddedWorker: value.EENLIJN_EMBEDDED_WORKER === 'yes',
    contact: value.EENLIJN_CONTACT,
    evidenceDays: value.EENLIJN_EVIDENCE_DAYS,
    network: value.EENLIJN_NETWORK === 'on',
    demo: value.EENLIJN_DEMO === 'on',
    maxPages: value.EENLIJN_MAX_PAGES,
    allowPrivate: list(value.EENLIJN_ALLOW_PRIVATE),
    privatePaceMs: value.EENLIJN_PRIVATE_PACE_MS,
    keys: { searxng: value.SEARXNG_URL ?? null, brave: value.BRAVE_SEARCH_KEY ?? null, youtube: value.YOUTUBE_API_KEY ?? null },
    mail: value.SMTP_URL && value.MAIL_FROM ? { smtpUrl: value.SMTP_URL, from: value.MAIL_FROM } : null,
    publicUrl: value.PUBLIC_URL ?? `http://${value.HOST.includes(':') ? `[${value.HOST}]` : value.HOST}:${value.PORT}`,
    behindProxy: value.EENLIJN_BEHIND_PROXY === 'yes',
    chromiumPath: value.CHROMIUM_PATH ?? null,
    searchPath: value.PATH ?? '',
    logLevel: value.LOG_LEVEL,
  }
}

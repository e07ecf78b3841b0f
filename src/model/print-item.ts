import { z } from 'zod'
import { platformIdSchema } from './platform.ts'
import { textSchema } from './text.ts'

/** How sure a find on paper is: a code or a written-out address; a name beside a platform's name; a bare `@name`. */
export const printTiers = ['certain', 'likely', 'possible'] as const
export type PrintTier = (typeof printTiers)[number]

/** As what it was handed in: the organisation's own print, or a clipping from the press. */
export const printRoutes = ['print', 'press'] as const
export type PrintRoute = (typeof printRoutes)[number]

export const printStates = ['reading', 'read', 'failed'] as const
export type PrintState = (typeof printStates)[number]

/** What became of an address on print that was asked for: `dead` when the server says that there is no such page. */
const printedAddressStates = ['not-asked', 'answers', 'dead', 'unseen'] as const

const printedAccountSchema = z.object({
  platform: platformIdSchema.nullable(),
  handle: z.string(),
  url: z.string().nullable(),
  key: z.string().nullable(),
  tier: z.enum(printTiers),
  quote: z.string(),
  crop: z.string().nullable(),
  /** Page of the file, from 1. */
  page: z.number().int(),
})
export type PrintedAccountItem = z.infer<typeof printedAccountSchema>

/** An address on print that is no account of its own: a website, a short link, what a code says. */
const printedAddressSchema = z.object({
  /** As printed. */
  url: z.string(),
  crop: z.string().nullable(),
  state: z.enum(printedAddressStates),
  /** Where it led in the end, when that is another address. */
  leadsTo: z.string().nullable(),
  /** Why it was not asked, or what came back. */
  why: textSchema.nullable(),
})
export type PrintedAddress = z.infer<typeof printedAddressSchema>

/** What was read on one poster, flyer or clipping. Crops are digests of pictures in the blob store. */
export const printItemReadingSchema = z.object({
  /** Which paper and which headline, or what the print is, as a person typed it. */
  title: z.string().optional(),
  /** The first page, small; a digest. */
  preview: z.string().nullish(),
  /** What opens as evidence of the whole: the picture, the text that was kept, or the first page; a digest. */
  record: z.string().nullish(),
  codes: z.array(z.object({ text: z.string(), crop: z.string().nullable() })),
  accounts: z.array(printedAccountSchema),
  urls: z.array(z.string()),
  handles: z.array(z.string()),
  addresses: z.array(printedAddressSchema).optional(),
  /** Profiles of people: counted, and not kept. */
  people: z.number().int().optional(),
  /** Why it could not be read. */
  why: textSchema.nullable(),
})
export type PrintItemReading = z.infer<typeof printItemReadingSchema>

/** Before it is read, and when it cannot be. */
export const emptyReading: PrintItemReading = { codes: [], accounts: [], urls: [], handles: [], why: null }

/** A file that lies in the blob store and waits for the audit that it is handed in to. */
export const handedPrintSchema = z.strictObject({
  /** Digest that handing in the file gave. */
  file: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().trim().min(1).max(200),
  route: z.enum(printRoutes),
  title: z.string().max(200).optional(),
})
export type HandedPrint = z.infer<typeof handedPrintSchema>

/** How many files one audit takes, so that reading them ends within the hour. */
export const mostPrints = 60

/** Printed matter of which something no longer holds, and how to put it right. */
const printedNoteKinds = ['gone', 'renamed', 'closed', 'not-ours', 'other-name', 'dead-address'] as const
export const printedNoteSchema = z.object({
  kind: z.enum(printedNoteKinds),
  itemId: z.string(),
  /** Name of the file, or the title that a person gave it. */
  item: z.string(),
  /** The account's, or `null` for an address. */
  accountId: z.string().nullable(),
  crop: z.string().nullable(),
  verdict: textSchema,
  saw: textSchema,
  mend: textSchema,
})
export type PrintedNote = z.infer<typeof printedNoteSchema>

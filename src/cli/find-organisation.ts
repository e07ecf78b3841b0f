import { z } from 'zod'
import { EenlijnError } from '../model/errors.ts'
import type { Locale, Text } from '../model/text.ts'
import { formats } from '../web/i18n/format.ts'
import { read } from './client.ts'
import type { Caller } from './with-caller.ts'

const auditPart = z.object({ id: z.string(), createdAt: z.string() }).nullable()
const organisationPart = z.object({
  id: z.string(),
  name: z.string(),
  website: z.string().nullable(),
  lastAudit: auditPart,
  lastDone: auditPart,
})
type Found = z.infer<typeof organisationPart>

/** Options of every command that names an organisation. */
export const whichOptions = { id: { type: 'string' }, website: { type: 'string' } } as const

export interface Which {
  /** The name, or the id of one of its audits. */
  readonly whose?: string | undefined
  /** The organisation's own id. */
  readonly id?: string | undefined
  readonly website?: string | undefined
}

/**
 * The newest audit of the organisation that is meant; from there everything of it is reached.
 * @throws EenlijnError `organisation-ambiguous` with the list when several have the name, `invalid-input` when none has.
 */
export async function auditOf(caller: Caller, which: Which): Promise<string> {
  const { whose, id, website } = which
  if (isAuditId(whose) && id === undefined) return whose
  const audited = (await ask(caller, which)).filter(({ lastAudit }) => lastAudit !== null)
  const [first, ...more] = audited
  if (first?.lastAudit && more.length === 0) return first.lastAudit.id
  if (first) throw several(audited, byOption)
  const all = whose === undefined || (id === undefined && website === undefined) ? [] : await ask(caller, { whose })
  throw all.length > 0 ? noneOf(all) : unknown(whose ?? id ?? '')
}

/** An audit's own id, or the newest audit that is done of the organisation of that name. @throws EenlijnError as `auditOf`. */
export async function doneAuditOf(caller: Caller, whose: string): Promise<string> {
  if (isAuditId(whose)) return whose
  const done = (await ask(caller, { whose })).filter(({ lastDone }) => lastDone !== null)
  const [first, ...more] = done
  if (!first?.lastDone) throw notDone(whose)
  if (more.length > 0)
    throw several(
      done.map((one) => ({ ...one, lastAudit: one.lastDone })),
      byAudit,
    )
  return first.lastDone.id
}

const isAuditId = (whose: string | undefined): whose is string => whose !== undefined && /^[0-9a-z]{20}$/.test(whose)

async function ask({ call }: Caller, { whose, id, website }: Which): Promise<Found[]> {
  const query = new URLSearchParams()
  if (whose !== undefined) query.set('name', whose.slice(0, 200))
  if (id !== undefined) query.set('id', id)
  if (website !== undefined) query.set('website', website)
  return (await read(z.object({ organisations: z.array(organisationPart) }), call(`/organisations?${query}`))).organisations
}

const words = {
  nl: { noWebsite: 'zonder website', last: (id: string, on: string) => `laatste audit ${id} van ${on}` },
  en: { noWebsite: 'no website', last: (id: string, on: string) => `last audit ${id} of ${on}` },
} as const

/** A line for each: name, website, id, and when it was looked at last. */
function listed(found: readonly Found[]): Text {
  const line = (locale: Locale, { name, website, id, lastAudit }: Found) => {
    const t = words[locale]
    return `  ${[name, website ?? t.noWebsite, id, ...(lastAudit ? [t.last(lastAudit.id, formats(locale).date(lastAudit.createdAt))] : [])].join(' · ')}`
  }
  const lines = (locale: Locale) => found.map((one) => line(locale, one)).join('\n')
  return { nl: lines('nl'), en: lines('en') }
}

const byOption: Text = { nl: 'Zeg welke je bedoelt, met --id of --website', en: 'Say which one you mean, with --id or --website' }
const byAudit: Text = { nl: 'Noem in plaats van de naam het nummer van een audit', en: 'Give the number of an audit in place of the name' }

function several(found: readonly Found[], how: Text): EenlijnError {
  const { nl, en } = listed(found)
  return new EenlijnError('organisation-ambiguous', {
    nl: `Er zijn ${found.length} organisaties met deze naam. ${how.nl}:\n${nl}`,
    en: `There are ${found.length} organisations of this name. ${how.en}:\n${en}`,
  })
}

function noneOf(found: readonly Found[]): EenlijnError {
  const { nl, en } = listed(found)
  return new EenlijnError('invalid-input', {
    nl: `Geen van deze organisaties heeft dat id of die website. Kies er een:\n${nl}`,
    en: `None of these organisations has that id or website. Choose one:\n${en}`,
  })
}

const unknown = (whose: string) =>
  new EenlijnError('invalid-input', {
    nl: `Van ‘${whose}’ is er nog geen audit. Begin er eerst een: eenlijn audit "${whose}"`,
    en: `There is no audit of ‘${whose}’ so far. Start one first: eenlijn audit "${whose}"`,
  })

const notDone = (whose: string) =>
  new EenlijnError('invalid-input', {
    nl: `Van ‘${whose}’ is nog geen audit klaar. Begin er eerst een: eenlijn audit "${whose}"`,
    en: `No audit of ‘${whose}’ is done so far. Start one first: eenlijn audit "${whose}"`,
  })

/** @throws EenlijnError for more than one name, `invalid-input` with how to write it. */
export function oneName(command: string, positionals: readonly string[]): string | undefined {
  const [whose, ...more] = positionals
  if (more.length === 0) return whose
  throw new EenlijnError('invalid-input', {
    nl: `Zet de naam tussen aanhalingstekens: eenlijn ${command} "${positionals.join(' ')}"`,
    en: `Put the name between quotes: eenlijn ${command} "${positionals.join(' ')}"`,
  })
}

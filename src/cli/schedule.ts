import { z } from 'zod'
import { EenlijnError } from '../model/errors.ts'
import { type Rhythm, rhythms } from '../model/schedule.ts'
import type { Locale } from '../model/text.ts'
import { rhythmWords, turnInWords } from '../report/schedule-words.ts'
import { readServer } from './audit-options.ts'
import { createCaller, read } from './client.ts'
import { connect } from './connect.ts'
import { clean, exit, type Io, speaker } from './io.ts'
import { readOptions } from './options.ts'
import { columns } from './table.ts'

const schedulePart = z.looseObject({
  organisation: z.object({ name: z.string() }),
  rhythm: z.enum(rhythms),
  rule: z.string(),
  timeZone: z.string(),
  nextAt: z.string().nullable(),
  skipped: z.number(),
})
type Schedule = z.infer<typeof schedulePart>

type Caller = ReturnType<typeof createCaller>

/** `schedule`: lists what is audited again by itself; with a name or an audit it sets, changes or takes away. */
export async function schedule(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      every: { type: 'string' },
      'time-zone': { type: 'string' },
      remove: { type: 'boolean' },
      json: { type: 'boolean' },
      server: { type: 'string' },
    },
    true,
  )
  const [whose, ...more] = positionals
  if (more.length > 0) throw oneName(positionals)
  const { every, 'time-zone': timeZone, remove = false, json = false } = values
  if (whose === undefined && (every !== undefined || timeZone !== undefined || remove)) throw noName()
  const said = speaker(io)
  const server = values.server === undefined ? null : readServer(values.server)
  const connection = await connect({ server, offline: false, archive: null }, io, said)
  try {
    const caller = createCaller(connection.send, said.locale)
    const write = (value: unknown, text: string) => void io.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : text)
    if (whose === undefined) {
      const { schedules } = await read(z.object({ schedules: z.array(schedulePart) }), caller.call('/schedules'))
      write(schedules, table(schedules, said.locale))
      return exit.done
    }
    const path = `/audits/${await auditOf(caller, whose)}/schedule`
    if (remove) {
      await caller.call(path, { method: 'DELETE' })
      write(null, '')
      said.tell({ nl: 'Weggehaald. Er komt vanzelf geen audit meer.', en: 'Taken away. No audit comes by itself any more.' })
      return exit.done
    }
    const saved = await read(schedulePart, caller.send(path, 'PUT', { ...rhythmIn(every), ...(timeZone ? { timeZone } : {}) }))
    write(saved, table([saved], said.locale))
    return exit.done
  } finally {
    await connection.close()
  }
}

function rhythmIn(every: string | undefined): { rhythm?: Rhythm; rule?: string } {
  if (every === undefined) return {}
  const rhythm = rhythms.find((word) => word === every && word !== 'own')
  return rhythm ? { rhythm } : { rhythm: 'own', rule: every }
}

const auditsPart = z.object({ audits: z.array(z.object({ id: z.string() })) })

/** An audit's id, or the newest audit of the organisation of that name. */
async function auditOf({ call }: Caller, whose: string): Promise<string> {
  if (/^[0-9a-z]{20}$/.test(whose)) return whose
  const { audits } = await read(auditsPart, call(`/audits?limit=1&organisation=${encodeURIComponent(whose.slice(0, 200))}`))
  if (audits[0]) return audits[0].id
  throw new EenlijnError('invalid-input', {
    nl: `Van ‘${whose}’ is er nog geen audit. Begin er eerst een: eenlijn audit "${whose}"`,
    en: `There is no audit of ‘${whose}’ so far. Start one first: eenlijn audit "${whose}"`,
  })
}

const heads = {
  nl: ['organisatie', 'hoe vaak', 'volgende keer', 'overgeslagen'],
  en: ['organisation', 'how often', 'next time', 'skipped'],
} as const
const nobody = { nl: 'Er wordt niets vanzelf opnieuw bekeken.\n', en: 'Nothing is looked at again by itself.\n' }
const never = { nl: 'geen', en: 'none' }

function table(schedules: readonly Schedule[], locale: Locale): string {
  if (schedules.length === 0) return nobody[locale]
  const rows = schedules.map(({ organisation, rhythm, rule, nextAt, timeZone, skipped }) => [
    clean(organisation.name),
    rhythm === 'own' ? rule : rhythmWords[rhythm][locale],
    nextAt ? `${turnInWords(nextAt, timeZone, locale)} (${timeZone})` : never[locale],
    String(skipped),
  ])
  return `${columns([[...heads[locale]], ...rows])}\n`
}

const oneName = (given: readonly string[]) =>
  new EenlijnError('invalid-input', {
    nl: `Zet de naam tussen aanhalingstekens: eenlijn schedule "${given.join(' ')}"`,
    en: `Put the name between quotes: eenlijn schedule "${given.join(' ')}"`,
  })
const noName = () =>
  new EenlijnError('invalid-input', {
    nl: 'Zeg van welke organisatie: eenlijn schedule NAAM --every quarterly',
    en: 'Say of which organisation: eenlijn schedule NAME --every quarterly',
  })

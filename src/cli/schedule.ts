import { z } from 'zod'
import { EenlijnError } from '../model/errors.ts'
import { type Rhythm, rhythms } from '../model/schedule.ts'
import type { Locale } from '../model/text.ts'
import { rhythmWords, turnInWords } from '../report/schedule-words.ts'
import { read } from './client.ts'
import { auditOf, oneName, whichOptions } from './find-organisation.ts'
import { clean, exit, type Io } from './io.ts'
import { readOptions } from './options.ts'
import { columns } from './table.ts'
import { withCaller } from './with-caller.ts'

const schedulePart = z.looseObject({
  organisation: z.looseObject({ name: z.string() }),
  rhythm: z.enum(rhythms),
  rule: z.string(),
  timeZone: z.string(),
  nextAt: z.string().nullable(),
  skipped: z.number(),
})
type Schedule = z.infer<typeof schedulePart>

/** `schedule`: lists what is audited again by itself; with a name or an audit it sets, changes or takes away. */
export async function schedule(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      every: { type: 'string' },
      'time-zone': { type: 'string' },
      remove: { type: 'boolean' },
      ...whichOptions,
      json: { type: 'boolean' },
      server: { type: 'string' },
    },
    true,
  )
  const whose = oneName('schedule', positionals)
  const { every, 'time-zone': timeZone, remove = false, json = false, id, website } = values
  const isNamed = whose !== undefined || id !== undefined
  if (!isNamed && (every !== undefined || timeZone !== undefined || website !== undefined || remove)) throw noName()
  return withCaller(io, values.server, async (caller, said) => {
    const write = (value: unknown, text: string) => void io.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : text)
    if (!isNamed) {
      const { schedules } = await read(z.object({ schedules: z.array(schedulePart) }), caller.call('/schedules'))
      write(schedules, table(schedules, said.locale))
      return exit.done
    }
    const path = `/audits/${await auditOf(caller, { whose, id, website })}/schedule`
    if (remove) {
      await caller.call(path, { method: 'DELETE' })
      write(null, '')
      said.tell({ nl: 'Weggehaald. Er komt vanzelf geen audit meer.', en: 'Taken away. No audit comes by itself any more.' })
      return exit.done
    }
    const saved = await read(schedulePart, caller.send(path, 'PUT', { ...rhythmIn(every), ...(timeZone ? { timeZone } : {}) }))
    write(saved, table([saved], said.locale))
    return exit.done
  })
}

function rhythmIn(every: string | undefined): { rhythm?: Rhythm; rule?: string } {
  if (every === undefined) return {}
  const rhythm = rhythms.find((word) => word === every && word !== 'own')
  return rhythm ? { rhythm } : { rhythm: 'own', rule: every }
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

const noName = () =>
  new EenlijnError('invalid-input', {
    nl: 'Zeg van welke organisatie: eenlijn schedule NAAM --every quarterly',
    en: 'Say of which organisation: eenlijn schedule NAME --every quarterly',
  })

import { z } from 'zod'
import { EenlijnError } from '../model/errors.ts'
import type { Locale, Text } from '../model/text.ts'
import { textSchema } from '../model/text.ts'
import { measures, whyCodes } from '../report/comparison/model.ts'
import { measureWords } from '../report/comparison/reasons.ts'
import { formatScore } from '../scoring/grade.ts'
import { readServer } from './audit-options.ts'
import { createCaller, read } from './client.ts'
import { connect } from './connect.ts'
import { doneAuditOf } from './find-organisation.ts'
import { clean, exit, type Io, speaker } from './io.ts'
import { readOptions } from './options.ts'
import { columns } from './table.ts'

const comparisonPart = z.looseObject({
  organisations: z.array(z.looseObject({ organisation: z.string(), at: z.string(), coverage: z.number().nullable() })),
  measures: z.array(z.looseObject({ measure: z.enum(measures), grades: z.array(z.number().nullable()) })),
  notCompared: z.array(z.looseObject({ code: z.enum(whyCodes), measures: z.array(z.enum(measures)), text: textSchema })),
})
type Comparison = z.infer<typeof comparisonPart>

/** `compare A B …`: organisations beside each other, each by its newest audit that is done, or by the audit that is named. */
export async function compare(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      rubric: { type: 'string' },
      'without-agreements': { type: 'boolean' },
      json: { type: 'boolean' },
      server: { type: 'string' },
    },
    true,
  )
  if (positionals.length < 2) throw usage()
  const said = speaker(io)
  const server = values.server === undefined ? null : readServer(values.server)
  const connection = await connect({ server, offline: false, archive: null }, io, said)
  try {
    const caller = createCaller(connection.send, said.locale)
    const ids: string[] = []
    for (const whose of positionals) ids.push(await doneAuditOf(caller, whose))
    const query = new URLSearchParams({
      audits: ids.join(','),
      ...(values.rubric === undefined ? {} : { rubric: values.rubric }),
      ...(values['without-agreements'] ? { agreements: 'without' } : {}),
    })
    const comparison = await read(comparisonPart, caller.call(`/comparison?${query}`))
    io.stdout.write(values.json ? `${JSON.stringify(comparison, null, 2)}\n` : table(comparison, said.locale))
    return exit.done
  } finally {
    await connection.close()
  }
}

const heads = { nl: { organisation: 'organisatie', seen: 'gezien' }, en: { organisation: 'organisation', seen: 'seen' } } as const
const title: Text = { nl: 'Niet vergeleken:', en: 'Not compared:' }

const remedies: Partial<Record<(typeof whyCodes)[number], Text>> = {
  rubric: { nl: 'Laat --rubric weg om alles met een meetlat te meten.', en: 'Leave out --rubric to measure all by one rubric.' },
  norm: {
    nl: 'Met --without-agreements geldt een norm voor iedereen.',
    en: 'With --without-agreements one norm holds for all.',
  },
  routes: { nl: 'Doe de audits met dezelfde routes (--routes).', en: 'Do the audits with the same routes (--routes).' },
  coverage: { nl: 'Vul bij de audit aan wat niet te zien was.', en: 'Add at the audit what could not be seen.' },
}

function table({ organisations, measures: compared, notCompared }: Comparison, locale: Locale): string {
  const say = (grade: number | null | undefined) => (grade == null ? '–' : formatScore(grade, locale))
  const head = [
    ...[heads[locale].organisation, heads[locale].seen],
    ...compared.map(({ measure }) => measureWords[measure][locale].toLowerCase()),
  ]
  const rows = organisations.map(({ organisation, coverage }, row) => [
    ...[clean(organisation), coverage === null ? '–' : `${Math.round(coverage * 100)}%`],
    ...compared.map(({ grades }) => say(grades[row])),
  ])
  const lines = notCompared.map(({ text, measures: of }) => {
    const names = of.map((measure) => measureWords[measure][locale].toLowerCase()).join(', ')
    return `  ${clean(text[locale])} (${names})`
  })
  const help = [...new Set(notCompared.flatMap(({ code }) => remedies[code] ?? []))].map((text) => `  ${text[locale]}`)
  const parts = [columns([head, ...rows]), ...(lines.length === 0 ? [] : [[title[locale], ...lines, ...help].join('\n')])]
  return `${parts.join('\n\n')}\n`
}

const usage = () =>
  new EenlijnError('invalid-input', {
    nl: 'Schrijf: eenlijn compare NAAM NAAM… [--json]. Een naam van meer woorden staat tussen aanhalingstekens.',
    en: 'Write: eenlijn compare NAME NAME… [--json]. A name of several words stands between quotes.',
  })

import { EenlijnError } from '../model/errors.ts'
import { formatScore } from '../scoring/grade.ts'
import { readServer } from './audit-options.ts'
import { createClient } from './client.ts'
import { connect } from './connect.ts'
import { exit, type Io, speaker } from './io.ts'
import { readOptions } from './options.ts'

/** `rescore AUDIT --rubric V`: scores a stored audit under another rubric; the record stays, the new score stands beside it. */
export async function rescore(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    { rubric: { type: 'string' }, json: { type: 'boolean' }, server: { type: 'string' } },
    true,
  )
  const [auditId, ...more] = positionals
  if (auditId === undefined || more.length > 0 || values.rubric === undefined) throw usage()
  const said = speaker(io)
  const connection = await connect(
    { server: values.server === undefined ? null : readServer(values.server), offline: false, archive: null },
    io,
    said,
  )
  try {
    const assessment = await createClient(connection.send, said.locale).rescore(auditId, values.rubric)
    const { version, rubric, score } = assessment
    const grade = score.grade === null ? (score.notGradedBecause?.[said.locale] ?? '–') : formatScore(score.grade, said.locale)
    io.stdout.write(values.json ? `${JSON.stringify(assessment, null, 2)}\n` : `${rubric}  v${version}  ${grade}\n`)
    return exit.done
  } finally {
    await connection.close()
  }
}

const usage = () =>
  new EenlijnError('invalid-input', {
    nl: 'Schrijf: eenlijn rescore AUDIT --rubric VERSIE, bijvoorbeeld --rubric 2026.2',
    en: 'Write: eenlijn rescore AUDIT --rubric VERSION, for example --rubric 2026.2',
  })

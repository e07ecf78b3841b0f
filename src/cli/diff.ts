import { EenlijnError } from '../model/errors.ts'
import { readServer } from './audit-options.ts'
import { createClient } from './client.ts'
import { connect } from './connect.ts'
import { differenceTable } from './difference-table.ts'
import { exit, type Io, speaker } from './io.ts'
import { readOptions } from './options.ts'

/** `diff A B`: what changed between two audits, as a table or as JSON that is the same every time. */
export async function diff(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, server: { type: 'string' } }, true)
  const [before, after, ...more] = positionals
  if (before === undefined || after === undefined || more.length > 0) throw usage()
  const said = speaker(io)
  const connection = await connect(
    { server: values.server === undefined ? null : readServer(values.server), offline: false, archive: null },
    io,
    said,
  )
  try {
    const difference = await createClient(connection.send, said.locale).difference(after, before)
    io.stdout.write(values.json ? `${JSON.stringify(difference, null, 2)}\n` : differenceTable(difference, said.locale))
    return exit.done
  } finally {
    await connection.close()
  }
}

const usage = () =>
  new EenlijnError('invalid-input', {
    nl: 'Schrijf: eenlijn diff AUDIT AUDIT [--json]. Het nummer van een audit staat in zijn adres.',
    en: 'Write: eenlijn diff AUDIT AUDIT [--json]. The number of an audit stands in its address.',
  })

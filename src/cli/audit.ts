import type { AuditRequest, OrganisationChoice } from '../model/audit.ts'
import { EenlijnError } from '../model/errors.ts'
import type { HandedPrint } from '../model/print-item.ts'
import type { Text } from '../model/text.ts'
import { type AuditOptions, readAuditOptions } from './audit-options.ts'
import { bringTeam, readTeamBasis } from './bring-team.ts'
import { type Client, createClient } from './client.ts'
import { connect } from './connect.ts'
import { exit, type Io, type Said, speaker } from './io.ts'
import { progressLine } from './progress.ts'
import { recordTable } from './table.ts'

/** `audit`: starts an audit, tells how it goes, and writes what it found. */
export async function audit(args: readonly string[], io: Io): Promise<number> {
  const said = speaker(io)
  const options = await readAuditOptions(args, io, said.locale)
  if (options.archive) await mustBeReadable(options.archive)
  const connection = await connect(options, io, said)
  try {
    const client = createClient(connection.send, said.locale)
    const archive = options.archive ? { archive: await client.storeArchive(options.archive) } : {}
    const prints = await handInPrints(client, options.prints)
    await tellPrice(client, options.request, said)
    const basis = options.teamBasis === null ? {} : { teamBasis: readTeamBasis(options.teamBasis) }
    const auditId = await client.start({ ...options.request, ...archive, ...prints, ...basis })
    if (options.locations !== null) await bringLocations(client, auditId, options.locations, said)
    await bringTeam(client, auditId, options.team, said)
    const code = await follow(client, auditId, { json: options.json, team: options.teamBasis !== null, io, said })
    if (options.keep) await keepArchive(client, auditId, options.keep, said)
    return code
  } finally {
    await connection.close()
  }
}

/** Before the audit, so that its record holds what they name. A file that cannot be taken is told, and nothing is begun. */
async function handInPrints(client: Client, files: AuditOptions['prints']): Promise<{ prints?: HandedPrint[] }> {
  const prints: HandedPrint[] = []
  for (const { file, route } of files) {
    try {
      prints.push(await client.storePrint(file, route))
    } catch (cause) {
      if (!(cause instanceof EenlijnError)) throw cause
      const say = (text: string) => `${file}: ${text}`
      throw new EenlijnError(cause.code, { nl: say(cause.text.nl), en: say(cause.text.en) }, { cause })
    }
  }
  return prints.length === 0 ? {} : { prints }
}

/** Whoever names the search engine reads the price first; without a yes to an amount nothing that costs money is asked. */
async function tellPrice(client: Client, request: AuditRequest, { tell }: Said): Promise<void> {
  if (!request.routes?.includes('search-engine') && request.maxDollars === undefined) return
  const { engine, dollars, text } = await client.searchPrice(request)
  if (engine === null) return
  tell(text)
  if (dollars > 0 && request.maxDollars === undefined)
    tell({
      nl: `Dat doen wij pas als je een bedrag geeft: --max-dollars ${dollars}`,
      en: `We do that only when you give an amount: --max-dollars ${dollars}`,
    })
}

/** Before the routes search by them. A list without a location in it stops the audit that it was meant for. */
async function bringLocations(client: Client, auditId: string, text: string, { tell }: Said): Promise<void> {
  try {
    const { added, known, bad } = await client.importLocations(auditId, text)
    tell({ nl: `${added + known} locaties gelezen.`, en: `${added + known} locations read.` })
    for (const { line, why } of bad) tell({ nl: `  Regel ${line} overgeslagen: ${why.nl}`, en: `  Line ${line} skipped: ${why.en}` })
  } catch (error) {
    await client.cancel(auditId)
    throw error
  }
}

/** A broken archive is told before anything is begun. */
async function mustBeReadable(file: string): Promise<void> {
  const { openArchive } = await import('../capture/archive.ts')
  try {
    await openArchive(file)
  } catch (cause) {
    const why = cause instanceof EenlijnError && cause.code === 'archive-corrupt' ? cause.text : noSuchFile(file)
    throw new EenlijnError('archive-corrupt', why, { cause })
  }
}

const noSuchFile = (file: string): Text => ({ nl: `Dit archief is niet te openen: ${file}`, en: `This archive cannot be opened: ${file}` })

/** Writes what was kept to a file; an audit that fetched nothing leaves none. */
async function keepArchive(client: Client, auditId: string, file: string, said: Said): Promise<void> {
  await client.saveArchive(auditId, file)
  said.tell({ nl: `Het webarchief staat in ${file}.`, en: `The web archive is in ${file}.` })
}

interface Following {
  readonly json: boolean
  /** A basis for looking at people was given: the JSON names those on the list. */
  readonly team: boolean
  readonly io: Io
  readonly said: Said
}

async function follow(client: Client, auditId: string, { json, team, io, said }: Following): Promise<number> {
  let last: string = 'queued'
  // A route is told again whenever its counts change; who waits need not read the same line twice.
  const told = new Set<string>()
  for await (const event of client.watch(auditId, io.signal)) {
    if (event.kind === 'state') last = event.data.state
    const line = progressLine(event)
    if (!line || told.has(line.nl)) continue
    told.add(line.nl)
    said.tell(line)
  }
  if (io.signal.aborted || last === 'choosing') await client.cancel(auditId)
  if (io.signal.aborted) {
    said.tell({ nl: 'Gestopt. Er loopt niets meer.', en: 'Stopped. Nothing is running any more.' })
    return exit.interrupted
  }
  const { choices, failure } = await client.audit(auditId)
  if (last === 'choosing') {
    tellChoices(choices, said)
    if (json) io.stdout.write(`${JSON.stringify({ choices }, null, 2)}\n`)
    return exit.ambiguous
  }
  if (failure) said.tell({ nl: failure, en: failure })
  const record = { ...(await client.record(auditId)), ...(json && team ? { team: await client.team(auditId) } : {}) }
  io.stdout.write(json ? `${JSON.stringify(record, null, 2)}\n` : recordTable(record, said.locale))
  return last === 'done' ? exit.done : exit.failed
}

function tellChoices(choices: readonly OrganisationChoice[], { tell }: Said): void {
  tell({
    nl: 'Er zijn meer organisaties met deze naam. Kies er een door --website mee te geven:',
    en: 'Several organisations have this name. Choose one by giving --website:',
  })
  for (const { name, description, website } of choices) {
    const line = [name, description, website ?? ''].filter(Boolean).join(' · ')
    tell({ nl: `  ${line}`, en: `  ${line}` })
  }
}

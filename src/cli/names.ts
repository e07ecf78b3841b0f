import { readFile, stat } from 'node:fs/promises'
import { EenlijnError } from '../model/errors.ts'
import { readStaff } from '../naming/staff.ts'
import { inferNames, suggestStaffNames } from '../naming/staff-names.ts'
import { exit, type Io } from './io.ts'
import { readOptions } from './options.ts'

const MOST_BYTES = 10_000_000

/** `names infer FILE`, `names suggest FILE`: a list of people and units in, one JSON object out. `-` reads standard input. */
export async function names(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readOptions(args, {}, true)
  const [verb, file, ...rest] = positionals
  if ((verb !== 'infer' && verb !== 'suggest') || file === undefined || rest.length > 0)
    throw new EenlijnError('invalid-input', {
      nl: 'Schrijf: eenlijn names infer BESTAND, of: eenlijn names suggest BESTAND',
      en: 'Write: eenlijn names infer FILE, or: eenlijn names suggest FILE',
    })
  const staff = readStaff(parsed(await textOf(file, io), file))
  io.stdout.write(`${JSON.stringify(verb === 'infer' ? inferNames(staff) : suggestStaffNames(staff), null, 2)}\n`)
  return exit.done
}

async function textOf(file: string, io: Io): Promise<string> {
  if (file === '-') return fromInput(io)
  const found = await stat(file).catch(() => null)
  if (!found?.isFile())
    throw new EenlijnError(
      'invalid-input',
      { nl: `Het bestand ${file} is er niet.`, en: `The file ${file} is not there.` },
      { field: 'file' },
    )
  if (found.size > MOST_BYTES) throw tooLarge()
  return readFile(file, 'utf8')
}

async function fromInput(io: Io): Promise<string> {
  let text = ''
  for await (const part of io.stdin) {
    text += String(part)
    if (text.length > MOST_BYTES) throw tooLarge()
  }
  return text
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new EenlijnError(
      'invalid-input',
      {
        nl: `${file} is geen JSON. Geef {"organisation": …, "people": […]}; zie README, ‘names’.`,
        en: `${file} is not JSON. Give {"organisation": …, "people": […]}; see README, ‘names’.`,
      },
      { field: 'file', cause },
    )
  }
}

const tooLarge = () =>
  new EenlijnError('too-large', {
    nl: `Dit bestand is groter dan ${MOST_BYTES / 1_000_000} MB. Deel de lijst in stukken.`,
    en: `This file is larger than ${MOST_BYTES / 1_000_000} MB. Cut the list into parts.`,
  })

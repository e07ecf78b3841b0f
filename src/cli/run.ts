import { EenlijnError, type ErrorCode } from '../model/errors.ts'
import type { Text } from '../model/text.ts'
import { help } from './help.ts'
import { exit, type Io, speaker } from './io.ts'

type Command = (args: readonly string[], io: Io) => Promise<number>

/** Each command loads its own parts, so that `help` costs nothing. */
const commands: Readonly<Record<string, Command>> = {
  audit: async (args, io) => (await import('./audit.ts')).audit(args, io),
  schedule: async (args, io) => (await import('./schedule.ts')).schedule(args, io),
  news: async (args, io) => (await import('./news.ts')).news(args, io),
  check: async (args, io) => (await import('./check.ts')).check(args, io),
  batch: async (args, io) => (await import('./batch.ts')).batch(args, io),
  diff: async (args, io) => (await import('./diff.ts')).diff(args, io),
  compare: async (args, io) => (await import('./compare.ts')).compare(args, io),
  rescore: async (args, io) => (await import('./rescore.ts')).rescore(args, io),
  extract: async (args, io) => (await import('./lines.ts')).extract(args, io),
  classify: async (args, io) => (await import('./lines.ts')).classify(args, io),
  profile: async (args, io) => (await import('./profile.ts')).profile(args, io),
  verify: async (args, io) => (await import('./verify.ts')).verifyCommand(args, io),
  'read-print': async (args, io) => (await import('./read-print.ts')).readPrintCommand(args, io),
  images: async (args, io) => (await import('./images.ts')).images(args, io),
  names: async (args, io) => (await import('./names.ts')).names(args, io),
  backup: async (args, io) => (await import('./backup.ts')).backup(args, io),
  serve: async () => {
    await (await import('../server.ts')).runServer()
    return exit.done
  },
  worker: async () => {
    await (await import('../../workers/main.ts')).runWorker()
    return exit.done
  },
  help: async (_args, io) => {
    io.stdout.write(help[speaker(io).locale])
    return exit.done
  },
}

const helpWords = new Set(['help', '--help', '-h'])

/** Runs one command and gives its exit code. Nothing is thrown: what went wrong is said on standard error. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  const { locale, tell } = speaker(io)
  if (name === undefined) {
    io.stderr.write(help[locale])
    return exit.badInput
  }
  const asked = helpWords.has(name) || rest.some((word) => word === '--help' || word === '-h') ? 'help' : name
  const command = Object.hasOwn(commands, asked) ? commands[asked] : undefined
  if (!command) {
    tell(noSuchCommand(name))
    return exit.badInput
  }
  try {
    return await command(rest, io)
  } catch (error) {
    tell(error instanceof EenlijnError ? error.text : unforeseen(error))
    return error instanceof EenlijnError ? (codes[error.code] ?? exit.failed) : exit.failed
  }
}

const codes: Partial<Record<ErrorCode, number>> = {
  'invalid-input': exit.badInput,
  'too-large': exit.badInput,
  'not-accepted': exit.badInput,
  'organisation-ambiguous': exit.ambiguous,
  'archive-corrupt': exit.badArchive,
  cancelled: exit.interrupted,
}

const noSuchCommand = (name: string): Text => ({
  nl: `‘${name}’ is geen opdracht. Met ‘eenlijn help’ zie je welke er zijn.`,
  en: `‘${name}’ is not a command. ‘eenlijn help’ lists them.`,
})

const unforeseen = (error: unknown): Text => {
  const message = error instanceof Error ? error.message : String(error)
  return { nl: `Er ging iets mis: ${message}`, en: `Something went wrong: ${message}` }
}

import type { Readable, Writable } from 'node:stream'
import type { Locale, Text } from '../model/text.ts'

/** What a command is given of the world around it. */
export interface Io {
  readonly stdin: Readable
  /** For what was asked, and nothing else. */
  readonly stdout: Writable
  /** For what is being done and what went wrong. */
  readonly stderr: Writable
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

/** Exit codes; they are part of the command's contract. */
export const exit = { done: 0, failed: 1, badInput: 2, ambiguous: 3, badArchive: 4, interrupted: 130 } as const

export interface Said {
  readonly locale: Locale
  /** A line on standard error, in the user's language. */
  tell(text: Text): void
}

/** The language of the terminal, as POSIX orders the variables; Dutch when they name neither. */
export function localeOf(env: Io['env']): Locale {
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en\b|^en_/i.test(named) ? 'en' : 'nl'
}

export function speaker(io: Io): Said {
  const locale = localeOf(io.env)
  return { locale, tell: (text) => void io.stderr.write(`${clean(text[locale])}\n`) }
}

/** Takes out what could steer a terminal: names and labels come from pages of others. */
export const clean = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (sign) => (sign === '\n' ? sign : ' '))

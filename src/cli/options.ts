import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { EenlijnError } from '../model/errors.ts'

/** Options and words of a command. @throws EenlijnError `invalid-input` that names the option. */
export function readOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T, allowPositionals = false) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true })
  } catch (cause) {
    const word = /'(-[^' ]+)/.exec(String(cause))?.[1] ?? args.at(-1) ?? ''
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
    throw new EenlijnError(
      'invalid-input',
      missing
        ? {
            nl: `Bij ‘${word}’ klopt de waarde niet, of ze ontbreekt. Zie ‘eenlijn help’.`,
            en: `The value of ‘${word}’ is not right, or missing. See ‘eenlijn help’.`,
          }
        : { nl: `‘${word}’ is hier onbekend. Zie ‘eenlijn help’.`, en: `‘${word}’ is not known here. See ‘eenlijn help’.` },
      { cause },
    )
  }
}

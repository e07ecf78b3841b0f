import type { Text } from '../model/text.ts'

/** Letters that no name strings together; no figures, which some platforms take for account numbers. */
const LETTERS = 'bcdfghjkqvwxz'

/**
 * Two names that nobody bears, the same ones for the same organisation so that an archive can replay the run. A source
 * that finds an account for either does not look at names, and its other hits say nothing.
 */
export function nonsenseNames(name: string): [string, string] {
  // FNV-1a, then a linear congruential generator: any spread over the letters will do.
  let state = 0x811c9dc5
  for (const sign of name) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return LETTERS[Math.floor((state / 2 ** 32) * LETTERS.length)] ?? 'q'
  }
  const word = () => Array.from({ length: 13 }, next).join('')
  return [word(), word()]
}

/** The notice beside hits that were set aside. */
export const findsNonsense = (service: string): Text => ({
  nl: `${service} vond ook accounts voor namen die wij zelf verzonnen. Wat het verder vond, telt daarom niet mee.`,
  en: `${service} also found accounts for names that we made up. What else it found therefore does not count.`,
})

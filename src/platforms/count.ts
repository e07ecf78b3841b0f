/** What stands behind a shortened number, lower case, in the languages that platforms write most. */
const multipliers: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  mil: 1e3,
  tys: 1e3,
  thousand: 1e3,
  duizend: 1e3,
  m: 1e6,
  mi: 1e6,
  mio: 1e6,
  mln: 1e6,
  mill: 1e6,
  million: 1e6,
  miljoen: 1e6,
  b: 1e9,
  mld: 1e9,
  mrd: 1e9,
  miljard: 1e9,
  billion: 1e9,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
}

/** Digits with their separators, and the word right behind them; the word may stand against the digits. */
const COUNT = /(\d{1,3}(?:[ \u00a0\u202f'’]\d{3}){1,4}(?!\d)|\d[\d.,]{0,18}\d|\d)[ \u00a0\u202f]?([a-z]{1,9})?/i

/**
 * The number that a platform writes for people: `2 805 members`, `1.234`, `783.4K`, `4,69 M de suscriptores`.
 * `null` when there is none. With a multiplier the separator is a decimal one, else it groups thousands.
 */
export function countIn(text: string): number | null {
  const match = COUNT.exec(text.slice(0, 300))
  if (!match) return null
  const digits = (match[1] ?? '').replace(/[ \u00a0\u202f'’]/g, '')
  const times = multipliers[(match[2] ?? '').toLowerCase()]
  if (times !== undefined) {
    const value = Number(digits.replace(',', '.'))
    return Number.isFinite(value) ? Math.round(value * times) : null
  }
  const whole = Number(digits.replace(/[.,](?=\d{3}(?:\D|$))/g, ''))
  return Number.isInteger(whole) ? whole : null
}

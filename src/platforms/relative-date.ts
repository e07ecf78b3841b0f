const dayMs = 86_400_000

/** Units as platforms write them, English and Dutch, by the length of one. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:seconds?|seconden|seconde|sec|minutes?|minuten|minuut|min|hours?|uur|uren|hrs?)$/, 0],
  [/^(?:days?|dag|dagen)$/, dayMs],
  [/^(?:weeks?|weken|week)$/, 7 * dayMs],
  [/^(?:months?|maand|maanden)$/, 30.44 * dayMs],
  [/^(?:years?|jaar|jaren)$/, 365.25 * dayMs],
]

/** The day that "2 weeks ago" or "3 maanden geleden" speaks of, as YYYY-MM-DD; `null` when the text says no such thing. */
export function dayOfRelative(text: string, at: string): string | null {
  const match = /(\d{1,3})\s{1,3}([a-z]{2,10})\s{1,3}(?:ago|geleden)/i.exec(text.slice(0, 200))
  const unit = units.find(([form]) => form.test((match?.[2] ?? '').toLowerCase()))
  const now = Date.parse(at)
  if (!match || !unit || Number.isNaN(now)) return null
  return new Date(now - Number(match[1]) * unit[1]).toISOString().slice(0, 10)
}

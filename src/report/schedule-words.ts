import type { Rhythm } from '../model/schedule.ts'
import type { Locale, Text } from '../model/text.ts'

/** A rhythm as it stands in a list or after a comma. */
export const rhythmWords: Readonly<Record<Rhythm, Text>> = {
  weekly: { nl: 'elke week', en: 'every week' },
  monthly: { nl: 'elke maand', en: 'every month' },
  quarterly: { nl: 'elk kwartaal', en: 'every quarter' },
  'half-yearly': { nl: 'elk half jaar', en: 'every half year' },
  yearly: { nl: 'elk jaar', en: 'every year' },
  own: { nl: 'volgens een eigen regel', en: 'by a rule of your own' },
}

const tags: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' }

/**
 * A turn by the calendar of its own time zone: `donderdag 7 januari 2027 om 06:12`.
 * @param iso time in UTC
 * @param timeZone IANA name
 */
export function turnInWords(iso: string, timeZone: string, locale: Locale): string {
  const at = new Date(iso)
  const day = new Intl.DateTimeFormat(tags[locale], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone })
  const time = new Intl.DateTimeFormat(tags[locale], { timeStyle: 'short', timeZone })
  return `${day.format(at).replace(',', '')} ${locale === 'nl' ? 'om' : 'at'} ${time.format(at)}`
}

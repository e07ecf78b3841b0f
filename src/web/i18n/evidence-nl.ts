import { count } from './count.ts'

/** The page that shows kept evidence, in Dutch at B1. English has the same keys. */
export const evidenceNl = {
  title: 'Bewaarde pagina',
  picture: 'Bewaarde foto',
  lead: 'Zo kwam de pagina bij ons binnen, als tekst. Er wordt niets van uitgevoerd.',
  quote: 'Het fragment',
  quoteFound: 'Naar het fragment in de broncode',
  quoteMissing: 'Het fragment staat niet letterlijk zo in de broncode. De pagina schrijft het dan in stukken.',
  source: 'Broncode van de pagina',
  cut: (shown: string, total: string) => `Je ziet ${shown} van ${total} tekens.`,
  expired: {
    title: 'Dit bewijs is niet meer bewaard',
    text: (days: number, ofPeople: number) =>
      `Wij bewaren pagina’s en foto’s ${count(days, 'dag', 'dagen')}${ofPeople < days ? `, en pagina’s over mensen ${count(ofPeople, 'dag', 'dagen')}` : ''}. Daarna wissen wij ze. Wat eruit bleek, staat nog in de audit.`,
    since: (date: string, ofPeople: string) =>
      ofPeople === date
        ? `Bewijs van deze audit wordt gewist vanaf ${date}.`
        : `Van deze audit worden pagina’s over mensen gewist vanaf ${ofPeople} en de andere vanaf ${date}.`,
  },
  back: 'Terug naar de accounts',
  digest: 'Kenmerk (SHA-256)',
  unknownType: 'Dit soort bewijs is geen tekst. Wij kunnen het hier niet laten zien.',
}

export type EvidenceMessages = typeof evidenceNl

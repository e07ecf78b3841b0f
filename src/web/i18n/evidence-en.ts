import { count } from './count.ts'
import type { EvidenceMessages } from './evidence-nl.ts'

export const evidenceEn: EvidenceMessages = {
  title: 'Kept page',
  picture: 'Kept picture',
  lead: 'This is how the page reached us, as text. Nothing of it is run.',
  quote: 'The fragment',
  quoteFound: 'To the fragment in the source',
  quoteMissing: 'The fragment does not stand literally like this in the source. The page then writes it in pieces.',
  source: 'Source of the page',
  cut: (shown, total) => `You see ${shown} of ${total} characters.`,
  expired: {
    title: 'This evidence is no longer kept',
    text: (days, ofPeople) =>
      `We keep pages and pictures for ${count(days, 'day', 'days')}${ofPeople < days ? `, and pages about people for ${count(ofPeople, 'day', 'days')}` : ''}. Then we erase them. What they showed is still in the audit.`,
    since: (date, ofPeople) =>
      ofPeople === date
        ? `Evidence of this audit is erased from ${date}.`
        : `Of this audit pages about people are erased from ${ofPeople} and the others from ${date}.`,
  },
  back: 'Back to the accounts',
  digest: 'Fingerprint (SHA-256)',
  unknownType: 'This kind of evidence is not text. We cannot show it here.',
}

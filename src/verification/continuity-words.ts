import type { ContinuityRule } from '../model/manager.ts'
import type { Text } from '../model/text.ts'

interface RuleWords {
  readonly verdict: { readonly good: Text; readonly mend: Text }
  readonly why: Text
  readonly mend: Text
}

/** What each rule says; the reasons are those of the worksheet, in kind words. */
export const continuityWords = {
  'two-managers': {
    verdict: {
      good: { nl: 'Twee of meer mensen beheren dit account.', en: 'Two or more people manage this account.' },
      mend: { nl: 'Dit account heeft nog geen twee beheerders.', en: 'This account does not have two managers yet.' },
    },
    nobody: { nl: 'Niemand beheert het nu.', en: 'Nobody manages it now.' },
    why: {
      nl: 'Wordt iemand ziek of gaat iemand weg, dan kan een ander meteen verder. Veel organisaties verloren een account omdat er maar een mens bij kon.',
      en: 'When somebody falls ill or leaves, another can carry on at once. Many organisations lost an account because only one person could get in.',
    },
    mend: {
      nl: 'Geef een tweede collega toegang en zet die erbij, ook als vervanger.',
      en: 'Give a second colleague access and list them, if only as a deputy.',
    },
  },
  'own-employee': {
    verdict: {
      good: { nl: 'Een eigen medewerker beheert dit account.', en: 'An employee of your own manages this account.' },
      mend: {
        nl: 'Alleen mensen die hier tijdelijk of van buiten werken, beheren dit account.',
        en: 'Only people who are here for a while, or from outside, manage this account.',
      },
    },
    why: {
      nl: 'Een stagiair, vrijwilliger of bureau kan het prima doen. Maar zij kennen de organisatie, de gevoelige onderwerpen, de cliënten, het zakelijk gebruik en de privacyregels vaak nog niet goed. En na een jaar zijn zij weg, soms met de toegang en het netwerk.',
      en: 'A trainee, volunteer or agency can do it very well. But they often do not know the organisation, its sensitive subjects, its clients, professional use and the privacy rules yet. And after a year they are gone, sometimes with the access and the network.',
    },
    mend: {
      nl: 'Maak een vaste medewerker mede-beheerder, en neem samen de vijf punten hierboven door.',
      en: 'Make a permanent employee a manager too, and go through the five points above together.',
    },
  },
  'end-date': {
    verdict: {
      good: { nl: 'De einddatum is nog ver weg.', en: 'The end date is still far off.' },
      mend: { nl: 'De einddatum is dichtbij of voorbij.', en: 'The end date is near or has passed.' },
    },
    why: {
      nl: 'Wie weg is en nog toegang heeft, kan per ongeluk iets plaatsen. En wie als enige toegang had, neemt het account mee.',
      en: 'Somebody who has left and still has access may post something by accident. And somebody who alone had access takes the account along.',
    },
    mend: {
      nl: 'Draag het beheer over, haal de toegang weg op het platform zelf, en pas dan de lijst aan.',
      en: 'Hand over, take the access away on the platform itself, and only then change the list.',
    },
  },
  recovery: {
    verdict: {
      good: { nl: 'Er staat waar de toegang bewaard wordt.', en: 'It is noted where the access is kept.' },
      mend: { nl: 'Er staat nog niet waar de toegang bewaard wordt.', en: 'It is not noted yet where the access is kept.' },
    },
    nothing: { nl: 'Er is nog niets genoteerd.', en: 'Nothing has been noted yet.' },
    why: {
      nl: 'Als niemand weet waar de toegang ligt, kost herstellen dagen, of lukt het niet meer.',
      en: 'When nobody knows where the access is kept, getting back in takes days, or is no longer possible.',
    },
    mend: {
      nl: 'Noteer de plek: de kluis van ICT, of een postbus van de organisatie als hersteladres. Nooit een adres van een mens alleen.',
      en: 'Note the place: the safe of IT, or a mailbox of the organisation as the recovery address. Never the address of one person alone.',
    },
  },
  'work-email': {
    verdict: {
      good: { nl: 'Het e-mailadres is van de organisatie.', en: 'The e-mail address is the organisation’s.' },
      mend: {
        nl: 'Het e-mailadres lijkt niet van de organisatie te zijn.',
        en: 'The e-mail address does not look like the organisation’s.',
      },
    },
    unseen: {
      sort: 'unseen',
      verdict: { nl: 'Wij konden het e-mailadres niet vergelijken.', en: 'We could not compare the e-mail address.' },
      mend: { nl: 'Begin een audit met de website erbij.', en: 'Start an audit that names the website.' },
    },
    noWebsite: {
      nl: 'Wij weten de website van de organisatie niet.',
      en: 'We do not know the organisation’s website.',
    },
    why: {
      nl: 'Een account aan een privéadres is na vertrek moeilijk terug te krijgen.',
      en: 'An account tied to a private address is hard to get back after somebody leaves.',
    },
    mend: {
      nl: 'Gebruik het werkadres, op het platform en in deze lijst. Klopt het adres toch, dan hoef je niets te doen.',
      en: 'Use the work address, on the platform and in this list. If the address is right after all, there is nothing to do.',
    },
  },
  'yearly-check': {
    verdict: {
      good: { nl: 'Deze gegevens zijn nog geen jaar oud.', en: 'These details are less than a year old.' },
      mend: { nl: 'Deze gegevens zijn meer dan een jaar oud.', en: 'These details are more than a year old.' },
    },
    why: {
      nl: 'Mensen krijgen ander werk of gaan weg. Een lijst die niet klopt, helpt niet op de dag dat je hem nodig hebt.',
      en: 'People get other work or leave. A list that is not right does not help on the day that you need it.',
    },
    mend: {
      nl: 'Vraag of het nog klopt. Open daarna de gegevens en bewaar ze opnieuw, ook als er niets verandert.',
      en: 'Ask whether it is still right. Then open the details and save them again, also when nothing changes.',
    },
  },
} as const satisfies Readonly<Record<ContinuityRule, RuleWords & Readonly<Record<string, unknown>>>>

/** `Jannie (medewerker) en Marit (stagiair).` */
export const namesPhrase = (names: readonly Text[]): Text => ({
  nl: `${new Intl.ListFormat('nl', { type: 'conjunction' }).format(names.map(({ nl }) => nl))}.`,
  en: `${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names.map(({ en }) => en))}.`,
})

/** What the days until an end date mean: `stopt over 5 dagen`. */
export function daysPhrase(days: number): Text {
  const n = Math.abs(days)
  if (days === 0) return { nl: 'stopt vandaag', en: 'stops today' }
  const [nl, en] = n === 1 ? ['1 dag', '1 day'] : [`${n} dagen`, `${n} days`]
  return days > 0 ? { nl: `stopt over ${nl}`, en: `stops in ${en}` } : { nl: `stopte ${nl} geleden`, en: `stopped ${en} ago` }
}

const dateIn = (tag: string) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
const dates = { nl: dateIn('nl-NL'), en: dateIn('en-GB') }

/** A calendar date in words: `1 mei 2026`. */
export const datePhrase = (date: string): Text => ({ nl: dates.nl.format(Date.parse(date)), en: dates.en.format(Date.parse(date)) })

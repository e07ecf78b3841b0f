import type { Text } from '../src/model/text.ts'

interface WeightedSignal {
  /** Log-odds. */
  readonly weight: number
  readonly text: Text
}

const signal = (weight: number, nl: string, en: string): WeightedSignal => ({ weight, text: { nl, en } })

/**
 * What an account's own profile adds to the judgement. Whoever runs an account writes its profile, so that what it says for
 * itself is weak; what it says against itself, and what others confirm, is not.
 */
export const profileSignals = {
  // Both sides say so
  'rel-me-both-ways': signal(
    4,
    'De site verklaart dit account als het hare (rel=me), en het account verwijst terug.',
    'The site declares this account as its own (rel=me), and the account leads back.',
  ),
  'links-both-ways': signal(
    2.5,
    'De site verwijst naar dit account, en het account verwijst naar de site.',
    'The site leads to this account, and the account leads to the site.',
  ),
  'both-ways-with-ours': signal(
    2,
    'Dit account en een account van jullie verwijzen naar elkaar.',
    'This account and an account of yours lead to each other.',
  ),
  'linked-by-ours': signal(2, 'Een account van jullie verwijst naar dit account.', 'An account of yours leads to this account.'),
  // What it says of itself: anybody can
  'profile-names-our-site': signal(
    1.5,
    'Het profiel verwijst naar jullie website. Dat kan iedereen doen.',
    'The profile leads to your website. Anybody can do that.',
  ),
  'links-to-ours': signal(0.5, 'Het profiel verwijst naar een account van jullie.', 'The profile leads to an account of yours.'),
  'display-name-alike': signal(
    0.8,
    'De naam op het profiel is die van de organisatie.',
    'The name on the profile is that of the organisation.',
  ),
  'description-names-us': signal(0.5, 'De omschrijving noemt de organisatie.', 'The description names the organisation.'),
  'description-names-our-place': signal(
    0.4,
    'De omschrijving noemt een plaats van de organisatie.',
    'The description names a place of the organisation.',
  ),
  'same-email-domain': signal(1, 'Het profiel noemt een e-mailadres van jullie.', 'The profile names an e-mail address of yours.'),
  'same-phone': signal(1, 'Het profiel noemt jullie telefoonnummer.', 'The profile names your telephone number.'),
  'verified-mark': signal(
    0.3,
    'Het platform toont een vinkje. Zo’n vinkje is vaak te koop.',
    'The platform shows a verified mark. Such a mark can often be bought.',
  ),
  // Against
  'display-name-unlike': signal(
    -0.8,
    'De naam op het profiel lijkt niet op die van de organisatie.',
    'The name on the profile is unlike the organisation’s.',
  ),
  'another-sort': signal(
    -2.5,
    'De naam op het profiel is die van een ander soort organisatie.',
    'The name on the profile is that of another sort of organisation.',
  ),
  'names-another-site': signal(
    -3,
    'Het profiel verwijst naar een andere website dan die van jullie.',
    'The profile leads to another website than yours.',
  ),
  /** Organisations have more than one site at times, and their own site vouches for the account. */
  'linked-though-other-site': signal(
    -0.5,
    'Het profiel verwijst naar een andere website, al noemt jullie site het account.',
    'The profile leads to another website, though your site names the account.',
  ),
  'says-fan': signal(-5, 'Het profiel zegt dat het van fans is.', 'The profile says that it is run by fans.'),
  'says-parody': signal(-5, 'Het profiel zegt dat het een parodie is.', 'The profile says that it is a parody.'),
  'says-unofficial': signal(-5, 'Het profiel zegt dat het niet officieel is.', 'The profile says that it is not official.'),
  'taken-over': signal(
    -5,
    'Deze naam was eerst van een ander account. Het platform geeft het nu een ander nummer.',
    'This name belonged to another account before. The platform now gives it another number.',
  ),
} as const satisfies Readonly<Record<string, WeightedSignal>>

export type ProfileSignalId = keyof typeof profileSignals

/** Words on a profile that say whose it is not (nl, en, de, fr). */
export const disclaimers: readonly { readonly id: 'says-fan' | 'says-parody' | 'says-unofficial'; readonly words: RegExp }[] = [
  { id: 'says-parody', words: /\b(?:parod(?:ie|y|ia)|satire|satirical|satirisch|nepaccount|fake account|spoof)\b/i },
  {
    id: 'says-fan',
    words: /\b(?:fan ?(?:page|pagina|account|club|seite|base|made)|(?:door|van|voor|by|for|run by|made by|von|par des) fans|fans van)\b/i,
  },
  {
    id: 'says-unofficial',
    words:
      /\b(?:unofficial|niet[ -]officiee?le?|onofficiee?le?|inoffizielle?r?|non[ -]officielle?|not (?:affiliated|associated|official)|no affiliation|geen (?:officieel|onderdeel van|band met)|niet verbonden (?:aan|met)|nicht (?:offiziell|verbunden))\b/i,
  },
]

import type { Rubric } from '../src/scoring/score.ts'

const floors = {
  // Half: under it, what was not seen could turn the verdict around.
  coverage: 0.5,
  // One account alone is always equal to itself.
  measured: 2,
}

const first: Rubric = {
  version: '2026.1',
  weights: { 'names-across-platforms': 10 },
  floors,
  coverageOf: 'every-finding',
}

const notYet = {
  nl: 'Nieuw: je ziet de uitkomst, en hij telt nog niet mee.',
  en: 'New: you see the outcome, and it does not count yet.',
}

const ofPeople = {
  nl: 'Mensen krijgen geen cijfer. Je ziet alleen hoe de groep eruitziet.',
  en: 'People get no grade. You see only how the group looks.',
}

/** What the worksheet asks for counts (S113 to S116): one background, one logo, one build of names. The rest starts unscored. */
const second: Rubric = {
  version: '2026.2',
  weights: {
    'names-across-platforms': 30,
    background: 25,
    avatar: 15,
    logo: 10,
    link: 12,
    description: 8,
    'display-names': 0,
    'unit-names': 0,
    portraits: 0,
    'people-names': 0,
    palette: 0,
    completeness: 0,
    legibility: 0,
  },
  reasons: {
    'names-across-platforms': {
      nl: 'Aan de naam zoeken en herkennen mensen je. Daarom telt die het zwaarst.',
      en: 'People search for you and know you by your name. So it counts most.',
    },
    background: {
      nl: 'De achtergrond vult het scherm. Dezelfde foto laat in één blik zien dat je bij elkaar hoort.',
      en: 'The background fills the screen. The same picture shows at a glance that you belong together.',
    },
    avatar: {
      nl: 'De profielfoto staat bij elk bericht, ook waar niemand je pagina opent.',
      en: 'The profile picture stands beside every post, also where nobody opens your page.',
    },
    logo: {
      nl: 'Dit telt alleen als je zelf iets over het logo afsprak, of als er een oud logo is.',
      en: 'This counts only when you agreed something about the logo, or when there is an old one.',
    },
    link: {
      nl: 'De link naar je website bewijst dat het account van jou is.',
      en: 'The link to your website proves that the account is yours.',
    },
    description: {
      nl: 'De omschrijving zegt bij wie het account hoort. Weinig mensen lezen hem, dus hij telt licht.',
      en: 'The description says whom the account belongs to. Few people read it, so it counts lightly.',
    },
    'display-names': notYet,
    'unit-names': notYet,
    portraits: ofPeople,
    'people-names': ofPeople,
    palette: notYet,
    completeness: {
      nl: 'Wat hier ontbreekt, telt al bij de achtergrond, de link of de omschrijving. Twee keer tellen is niet eerlijk.',
      en: 'What is missing here already counts at the background, the link or the description. Counting twice is not fair.',
    },
    legibility: notYet,
  },
  floors,
  coverageOf: 'applicable',
}

/**
 * Every rubric there was, the newest last. A change that moves scores gets a new version, so that an older audit still says
 * by which rubric it was scored, and can be scored by another one.
 */
export const rubrics: readonly Rubric[] = [first, second]

/** The rubric that new assessments are made under. */
export const rubric: Rubric = second

/** `null` for a version that never was. */
export const rubricOf = (version: string): Rubric | null => rubrics.find((known) => known.version === version) ?? null

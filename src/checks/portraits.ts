import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { PicturesReading } from '../model/pictures.ts'
import type { Text } from '../model/text.ts'
import type { Check, CheckedPerson, CheckInput } from './check.ts'
import { notCompared } from './judge-picture.ts'
import { agreed, byDefault, type Norm, normOf, whyBy } from './norm.ts'
import { cannotSay, doesNotApply, type Judged, scored } from './unseen.ts'

const id = 'portraits'

/** Of the group alone: no finding has a person as its subject, and under the floor nothing is said. */
export const portraits: Check = {
  id,
  part: 'portraits',
  field: 'portraits',
  norms: ['agreed', 'default'],
  title: { nl: 'Portretten uit één hand', en: 'Portraits of one hand' },
  description: {
    nl: 'Wij kijken of de portretten van je team dezelfde achtergrond en hetzelfde licht hebben. Wij vergelijken geen gezichten en noemen niemand.',
    en: 'We look whether the portraits of your team have the same backdrop and light. We compare no faces and name nobody.',
  },
  appliesTo: () => false,
  run: (input) => (input.people.length === 0 ? [] : [findingOf(input)]),
}

const reason: Text = {
  nl: 'Portretten van één moment, door één fotograaf, laten zien dat collega’s bij elkaar horen.',
  en: 'Portraits of one session, by one photographer, show that colleagues belong together.',
}

function findingOf({ people, houseStyle, pictures }: CheckInput): Finding {
  const { rule, passage } = houseStyle.portraits
  const norm: Norm = rule === null ? byDefault : agreed(passage)
  return { check: id, subject: null, why: whyBy(norm, reason), norm: normOf(norm), evidence: [], ...judge(people, rule, pictures) }
}

/** Each person once, by the first portrait that was compared. */
function comparedPortraits(people: readonly CheckedPerson[], { portraits: { groups } }: PicturesReading): number[] {
  const groupOf = new Map(groups.flatMap(({ members }, at) => members.map((digest) => [digest, at] as const)))
  return people.flatMap(({ profiles }) => {
    const group = profiles.map(({ portrait }) => (portrait.seen ? groupOf.get(portrait.value) : undefined)).find((at) => at !== undefined)
    return group === undefined ? [] : [group]
  })
}

function judge(people: readonly CheckedPerson[], rule: 'one-backdrop' | 'free' | null, pictures: PicturesReading | null): Judged {
  const floor = uniformity.peopleFloor
  if (rule === 'free')
    return doesNotApply(
      { nl: 'Vrij om zelf te kiezen', en: 'Free to choose' },
      { nl: 'Je hebt afgesproken dat ieder een eigen portret kiest.', en: 'You agreed that everybody chooses a portrait of their own.' },
    )
  if (people.length < floor) return tooFew(floor)
  if (pictures === null) return cannotSay({ nl: 'Nog niet vergeleken', en: 'Not compared yet' }, notCompared)
  const compared = comparedPortraits(people, pictures)
  if (compared.length < floor) return tooFew(floor)
  const largest = Math.max(...[...Map.groupBy(compared, (group) => group).values()].map((members) => members.length))
  const alike = largest > 1 ? largest : 0
  const of = compared.length
  const saw = {
    nl: `${alike} van de ${of} portretten die wij konden vergelijken, hebben dezelfde achtergrond en hetzelfde licht.`,
    en: `${alike} of the ${of} portraits that we could compare have the same backdrop and light.`,
  }
  if (alike === of)
    return {
      outcome: scored(1),
      verdict: { nl: 'De portretten horen bij elkaar', en: 'The portraits belong together' },
      saw,
      mend: null,
      minutes: null,
    }
  return {
    outcome: scored(alike / of),
    verdict: { nl: 'De portretten verschillen nog', en: 'The portraits still differ' },
    saw,
    mend: {
      nl: 'Plan één moment met één fotograaf, op het werk. Kies samen een achtergrond en een uitsnede. Meedoen is vrij.',
      en: 'Plan one session with one photographer, at work. Choose a backdrop and a crop together. Joining in is free.',
    },
    minutes: null,
  }
}

const tooFew = (floor: number): Judged =>
  doesNotApply(
    { nl: 'Te weinig portretten', en: 'Too few portraits' },
    {
      nl: `Vanaf ${floor} portretten zeggen wij iets over de groep. Bij minder zou het over één persoon gaan.`,
      en: `From ${floor} portraits we speak of the group. With fewer it would be about one person.`,
    },
  )

import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import { likenessValues } from '../naming/likeness.ts'
import type { Check, CheckInput } from './check.ts'
import { agreed, byDefault, normOf, whyBy } from './norm.ts'
import { doesNotApply, type Judged, scored } from './unseen.ts'

const id = 'people-names'

/** Of the group alone: no finding has a person as its subject, and under the floor nothing is said. */
export const peopleNames: Check = {
  id,
  part: 'names',
  field: 'handle',
  norms: ['agreed', 'default'],
  title: { nl: 'Eén bouw voor namen van collega’s', en: 'One build for the names of colleagues' },
  description: {
    nl: 'Wij tellen hoeveel namen van je team dezelfde bouw hebben. Wij noemen niemand.',
    en: 'We count how many names of your team have the same build. We name nobody.',
  },
  appliesTo: () => false,
  run: (input) => (input.people.length === 0 ? [] : [findingOf(input)]),
}

const reason: Text = {
  nl: 'Aan één bouw zien mensen dat collega’s bij dezelfde organisatie horen.',
  en: 'By one build people see that colleagues belong to the same organisation.',
}

function findingOf({ people, houseStyle: { names } }: CheckInput): Finding {
  const norm = names.people.length > 0 ? agreed(names.passage) : byDefault
  const values = people.flatMap(({ profiles }) => {
    const steps = profiles.flatMap(({ nameStep }) => (nameStep === null ? [] : [likenessValues[nameStep]]))
    return steps.length === 0 ? [] : [steps.reduce((sum, value) => sum + value, 0) / steps.length]
  })
  return { check: id, subject: null, why: whyBy(norm, reason), norm: normOf(norm), evidence: [], ...judge(values) }
}

/** @param values one a person, 0 to 1 */
function judge(values: readonly number[]): Judged {
  const floor = uniformity.peopleFloor
  if (values.length < floor)
    return doesNotApply(
      { nl: 'Te weinig namen', en: 'Too few names' },
      {
        nl: `Vanaf ${floor} mensen zeggen wij iets over de groep. Bij minder zou het over één persoon gaan.`,
        en: `From ${floor} people we speak of the group. With fewer it would be about one person.`,
      },
    )
  const following = values.filter((value) => value === 1).length
  const saw = {
    nl: `${following} van de ${values.length} mensen volgen op elk kanaal de bouw.`,
    en: `${following} of the ${values.length} people follow the build on every channel.`,
  }
  const value = values.reduce((sum, one) => sum + one, 0) / values.length
  if (following === values.length)
    return {
      outcome: scored(1),
      verdict: { nl: 'De namen horen bij elkaar', en: 'The names belong together' },
      saw,
      mend: null,
      minutes: null,
    }
  return {
    outcome: scored(value),
    verdict: { nl: 'De namen verschillen nog', en: 'The names still differ' },
    saw,
    mend: {
      nl: 'Vertel je team welke bouw je afsprak. Ieder ziet op de eigen pagina welke naam erbij past. Meedoen is vrij.',
      en: 'Tell your team which build you agreed. Each of them sees on their own page which name fits. Joining in is free.',
    },
    minutes: null,
  }
}

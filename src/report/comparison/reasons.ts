import { checks } from '../../checks/index.ts'
import type { Text } from '../../model/text.ts'
import { routeWords } from '../words.ts'
import { type ComparedAudit, isSeenAlike, type Measure, type NormSort, type NotCompared, normsIn, routesTaken } from './model.ts'

const sortWords: Readonly<Record<NormSort, Text>> = {
  own: { nl: 'wat de meeste accounts doen', en: 'what most accounts do' },
  agreed: { nl: 'een eigen afspraak', en: 'an agreement of its own' },
  must: { nl: 'het logo moet erin', en: 'the logo must be in it' },
  may: { nl: 'het logo mag erin', en: 'the logo may be in it' },
  'must-not': { nl: 'geen logo erin', en: 'no logo in it' },
  off: { nl: 'telt niet mee', en: 'does not count' },
  explained: { nl: 'een afwijking is uitgelegd', en: 'a deviation is explained' },
}

export const measureWords: Readonly<Record<Measure, Text>> = {
  uniformity: { nl: 'Uniformiteit', en: 'Uniformity' },
  names: { nl: 'Namen', en: 'Names' },
  background: { nl: 'Achtergrond', en: 'Background' },
  pictures: { nl: 'Profielfoto en logo', en: 'Profile picture and logo' },
  text: { nl: 'Omschrijving en link', en: 'Description and link' },
  portraits: { nl: 'Portretten', en: 'Portraits' },
}

interface Beside {
  readonly measure: Measure
  /** Those that it would stand beside; none when it is what the others are held against. */
  readonly others: readonly ComparedAudit[]
}

export type Why = Omit<NotCompared, 'measures'> & { readonly measure: Measure }

/** Everything that keeps an organisation from standing beside the others on a measure. */
export function whyNot(one: ComparedAudit, { measure, others }: Beside): Why[] {
  const said = (code: Why['code'], text: Text): Why => ({ auditId: one.auditId, code, measure, text })
  if (one.hidden) return [said('hidden', hidden(one))]
  const { grade, notGradedBecause } = one.scores[measure]
  const [other] = others
  const beside = others.length === 1 && other ? plain(other.organisation) : theOthers
  const rubric = other && other.rubric !== one.rubric ? [said('rubric', byRubric(one, other, beside))] : []
  const norms = other ? normLines(one, other, beside, measure) : []
  // What another rubric does not weigh or somebody switched off has no grade for that reason.
  if (grade === null) {
    const off = isOff(one, measure) ? norms.map((text) => said('norm', text)) : []
    return rubric.length > 0 ? rubric : off.length > 0 ? off : [said('not-graded', notGraded(one, notGradedBecause))]
  }
  if (!other) return []
  return [
    ...rubric,
    ...norms.map((text) => said('norm', text)),
    ...routeLines(one, other, beside).map((text) => said('routes', text)),
    ...(isSeenAlike([one, ...others], measure) ? [] : [said('coverage', bySight(one, beside))]),
  ]
}

const isOff = (one: ComparedAudit, measure: Measure): boolean => normsIn(one, measure).every(({ norm }) => norm === 'off')

const plain = (text: string): Text => ({ nl: text, en: text })
const theOthers: Text = { nl: 'de anderen', en: 'the others' }

const hidden = ({ organisation }: ComparedAudit): Text => ({
  nl: `${organisation}: geef eerst zelf een cijfer. Daarna zie je wat Eenlijn berekende.`,
  en: `${organisation}: give a grade yourself first. After that you see what Eenlijn computed.`,
})

const notGraded = ({ organisation }: ComparedAudit, because: Text | null): Text => ({
  nl: `${organisation}: ${because?.nl ?? 'nog geen cijfer.'}`,
  en: `${organisation}: ${because?.en ?? 'no grade yet.'}`,
})

const byRubric = (one: ComparedAudit, other: ComparedAudit, beside: Text): Text => ({
  nl: `${one.organisation} is gemeten met meetlat ${one.rubric}, ${beside.nl} met ${other.rubric}.`,
  en: `${one.organisation} was measured by rubric ${one.rubric}, ${beside.en} by ${other.rubric}.`,
})

function normLines(one: ComparedAudit, other: ComparedAudit, beside: Text, measure: Measure): Text[] {
  const theirs = new Map(normsIn(other, measure).map(({ check, norm }) => [check, norm]))
  return normsIn(one, measure).flatMap(({ check, norm }) => {
    const their = theirs.get(check)
    if (their === undefined || their === norm) return []
    const title = checks.find(({ id }) => id === check)?.title ?? plain(check)
    const [own, others] = [sortWords[norm], sortWords[their]]
    return [
      {
        nl: `‘${title.nl}’: bij ${one.organisation} ${own.nl}, bij ${beside.nl} ${others.nl}.`,
        en: `‘${title.en}’: with ${one.organisation} ${own.en}, with ${beside.en} ${others.en}.`,
      },
    ]
  })
}

function routeLines(one: ComparedAudit, other: ComparedAudit, beside: Text): Text[] {
  const [own, theirs] = [routesTaken(one), routesTaken(other)]
  const named = (all: readonly (keyof typeof routeWords)[], locale: keyof Text) => all.map((route) => routeWords[route][locale]).join(', ')
  const [more, less] = [own.filter((route) => !theirs.includes(route)), theirs.filter((route) => !own.includes(route))]
  return [
    ...(more.length === 0
      ? []
      : [
          {
            nl: `Alleen bij ${one.organisation} keken wij hier, niet bij ${beside.nl}: ${named(more, 'nl')}.`,
            en: `We looked here for ${one.organisation} alone, not for ${beside.en}: ${named(more, 'en')}.`,
          },
        ]),
    ...(less.length === 0
      ? []
      : [
          {
            nl: `Bij ${one.organisation} keken wij hier niet, bij ${beside.nl} wel: ${named(less, 'nl')}.`,
            en: `We did not look here for ${one.organisation}, but did for ${beside.en}: ${named(less, 'en')}.`,
          },
        ]),
  ]
}

const bySight = ({ organisation }: ComparedAudit, beside: Text): Text => ({
  nl: `Van ${organisation} was niet evenveel te zien als van ${beside.nl}.`,
  en: `Not as much could be seen of ${organisation} as of ${beside.en}.`,
})

import type { Change, Difference } from '../model/difference.ts'
import type { Locale, Text } from '../model/text.ts'
import { type Card, type Section, sections, sectionsOf } from '../report/difference/cards.ts'
import { agreementTitle } from '../report/difference/norm.ts'
import { itemWords } from '../report/difference/words.ts'
import { platformName } from '../report/platform-name.ts'
import { formatScore } from '../scoring/grade.ts'
import { clean } from './io.ts'

const titles: Readonly<Record<Section, Text>> = {
  better: { nl: 'Dit ging vooruit', en: 'This went better' },
  worse: { nl: 'Dit kan beter', en: 'This can be better' },
  other: { nl: 'Dit veranderde', en: 'This changed' },
  norm: { nl: 'De norm veranderde', en: 'The norm changed' },
  visibility: { nl: 'Wat er te zien was', en: 'What could be seen' },
}

const none: Text = { nl: 'nog geen cijfer', en: 'no grade yet' }
const nothing: Text = { nl: 'Er is niets veranderd.', en: 'Nothing has changed.' }

/** A difference for people: what went better first, then what can be better, then what was no deed of the organisation. */
export function differenceTable(difference: Difference, locale: Locale): string {
  const { organisation, before, after, counts, score } = difference
  const say = (grade: number | null) => (grade === null ? none[locale] : formatScore(grade, locale))
  const made = sectionsOf(difference)
  const parts = [
    `${organisation} · ${before.at.slice(0, 10)} → ${after.at.slice(0, 10)}`,
    `↑ ${counts.up}  ↓ ${counts.down}  = ${counts.equal}    ${say(score.before.grade)} → ${say(score.after.grade)}`,
    ...sections.flatMap((section) =>
      made[section].length === 0
        ? []
        : [[titles[section][locale], ...made[section].flatMap((card) => lines(card, difference, locale))].join('\n')],
    ),
  ]
  return `${(parts.length === 2 ? [...parts, nothing[locale]] : parts).join('\n\n')}\n`
}

function lines({ change, followers }: Card, { accounts }: Difference, locale: Locale): string[] {
  const account = accounts.find(({ id }) => id === change.subject)
  const subject = account ? `${platformName(account.platform)} ${account.shownName ?? account.handle} · ` : ''
  const own = followers.filter((one) => one.subject === change.subject)
  const others = followers.length - own.length
  return [
    `  ${subject}${said(change, locale)}`,
    ...own.map((one) => `    ${sign[one.effect]} ${said(one, locale)}`),
    ...(others > 0 ? [`    · ${affects(others)[locale]}`] : []),
  ].map((line) => clean(line).replace(/\n/g, ' '))
}

const affects = (n: number): Text => ({ nl: `Hierdoor ${n} keer een ander oordeel.`, en: `${n} judgements differ through it.` })

const sign: Readonly<Record<Change['effect'], string>> = { improvement: '↑', regression: '↓', neutral: '·' }

function said({ item, detail, before, after }: Change, locale: Locale): string {
  const name = item === 'agreement' ? agreementTitle(detail)[locale] : item === 'check' || item === 'route' ? detail : null
  const title = itemWords[item][locale]
  const isPicture = item === 'picture' || item === 'banner'
  const stand = (of: Change['before']) => (isPicture && of?.picture ? of.picture.slice(0, 8) : (of?.text[locale] ?? '–'))
  return `${name ? `${title} ${name}` : title}: ${stand(before)} → ${stand(after)}`
}

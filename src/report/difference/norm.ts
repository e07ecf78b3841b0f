import type { Explanation } from '../../checks/check.ts'
import { checks } from '../../checks/index.ts'
import type { Change } from '../../model/difference.ts'
import { type HouseStyle, noHouseStyle } from '../../model/house-style.ts'
import type { Text } from '../../model/text.ts'
import { change, standOf } from './make.ts'
import type { AuditThen } from './side.ts'
import { agreementWords, because, explanationText, nothing, plain } from './words.ts'

type Audits = readonly [AuditThen, AuditThen]

/** What was asked otherwise: another rubric, other agreements, explanations that were accepted or taken back. */
export function normChanges(audits: Audits, idOf: (key: string) => string | null): Change[] {
  return [...rubricChange(audits), ...agreementChanges(audits), ...explanationChanges(audits, idOf)]
}

function rubricChange([before, after]: Audits): Change[] {
  const [was, is] = [before.norm.rubric.version, after.norm.rubric.version]
  if (was === is) return []
  const stand = (audit: AuditThen, version: string) => standOf(audit, { value: version, text: plain(version) })
  const said = { item: 'rubric', kind: 'changed', cause: 'norm', why: because.norm } as const
  return [change({ ...said, before: stand(before, was), after: stand(after, is) })]
}

const sections = Object.keys(noHouseStyle) as (keyof HouseStyle)[]

function agreementChanges([before, after]: Audits): Change[] {
  return sections.flatMap((section) => {
    const [was, is] = [before.norm.houseStyle[section], after.norm.houseStyle[section]]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    const none = JSON.stringify(noHouseStyle[section])
    const kind = JSON.stringify(was) === none ? 'new' : JSON.stringify(is) === none ? 'gone' : 'changed'
    const stand = (audit: AuditThen, style: HouseStyle) =>
      standOf(audit, { value: JSON.stringify(style[section]), text: agreementText(section, style) })
    return [
      change({
        ...{ item: 'agreement', detail: section, kind, cause: 'norm', why: because.norm },
        before: stand(before, before.norm.houseStyle),
        after: stand(after, after.norm.houseStyle),
      }),
    ]
  })
}

const listed = (items: readonly string[]): Text => (items.length === 0 ? nothing : plain(items.join(', ')))

const rules: Readonly<Record<string, Text>> = {
  'one-backdrop': { nl: 'een zelfde achtergrond en licht', en: 'one backdrop and light' },
  free: { nl: 'vrij', en: 'free' },
  must: { nl: 'logo in de profielfoto', en: 'logo in the profile picture' },
  may: { nl: 'logo mag in de profielfoto', en: 'logo may be in the profile picture' },
  'must-not': { nl: 'geen logo in de profielfoto', en: 'no logo in the profile picture' },
}
const ruled = (rule: string | null): Text => (rule === null ? nothing : (rules[rule] ?? plain(rule)))

const counted = (count: number, one: Text, many: Text): Text =>
  count === 0 ? nothing : { nl: `${count} ${count === 1 ? one.nl : many.nl}`, en: `${count} ${count === 1 ? one.en : many.en}` }

/** An agreement in one line. */
function agreementText(section: keyof HouseStyle, style: HouseStyle): Text {
  switch (section) {
    case 'names':
      return listed([style.names.organisation, style.names.units, style.names.people, style.names.display].flat())
    case 'background':
      return counted(style.background.references.length, { nl: 'foto', en: 'picture' }, { nl: 'foto’s', en: 'pictures' })
    case 'portraits':
      return ruled(style.portraits.rule)
    case 'logo': {
      const files = counted(style.logo.files.length, { nl: 'bestand', en: 'file' }, { nl: 'bestanden', en: 'files' })
      const rule = style.logo.inAvatar === null ? null : ruled(style.logo.inAvatar)
      return rule === null ? files : { nl: `${files.nl}, ${rule.nl}`, en: `${files.en}, ${rule.en}` }
    }
    case 'colours':
      return listed(style.colours.hex)
    case 'description':
      return listed([...style.description.words, ...(style.description.link === null ? [] : [style.description.link])])
    case 'off':
      return offText(style.off)
  }
}

function offText(off: readonly string[]): Text {
  if (off.length === 0) return { nl: 'alles telt mee', en: 'everything counts' }
  const titles = off.map((id) => checks.find((check) => check.id === id)?.title ?? plain(id))
  const [nl, en] = [titles.map((title) => title.nl).join(', '), titles.map((title) => title.en).join(', ')]
  return { nl: `telt niet mee: ${nl}`, en: `does not count: ${en}` }
}

/** What agreement a check holds accounts to. */
const sectionOf: Readonly<Record<string, keyof HouseStyle>> = {
  'names-across-platforms': 'names',
  'display-names': 'names',
  'unit-names': 'names',
  'people-names': 'names',
  background: 'background',
  portraits: 'portraits',
  logo: 'logo',
  palette: 'colours',
  link: 'description',
  description: 'description',
}

/** The change of norm that a check's outcome follows from, the nearest first. */
export function normBehind(check: string, subject: string | null, norms: readonly Change[], off: ReadonlySet<string>): Change | null {
  const agreement = off.has(check) ? 'off' : sectionOf[check]
  return (
    norms.find((one) => one.item === 'explanation' && one.subject === subject && one.detail === check) ??
    norms.find((one) => one.item === 'agreement' && one.detail === agreement) ??
    norms.find(({ item }) => item === 'agreement') ??
    null
  )
}

/** Checks that were switched off or on in between. */
export function switched([before, after]: Audits): ReadonlySet<string> {
  const [was, is] = [before.norm.houseStyle.off, after.norm.houseStyle.off]
  return new Set([...was.filter((id) => !is.includes(id)), ...is.filter((id) => !was.includes(id))])
}

const nameOf = ({ check, subject }: Explanation, idOf: (key: string) => string | null) => JSON.stringify([check, idOf(subject)])

function explanationChanges([before, after]: Audits, idOf: (key: string) => string | null): Change[] {
  const was = new Map(before.norm.explanations.map((one) => [nameOf(one, idOf), one]))
  const is = new Map(after.norm.explanations.map((one) => [nameOf(one, idOf), one]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [old, fresh] = [was.get(name) ?? null, is.get(name) ?? null]
    const { check, subject } = (fresh ?? old) as Explanation
    const id = idOf(subject)
    if (id === null || (old?.reason === fresh?.reason && old?.approver === fresh?.approver)) return []
    const stand = (audit: AuditThen, one: Explanation | null) =>
      one ? standOf(audit, { value: one.reason, text: explanationText(one), at: one.at }) : standOf(audit, { value: null, text: nothing })
    return [
      change({
        ...{ item: 'explanation', detail: check, subject: id, cause: 'norm', why: because.norm },
        kind: old === null ? 'new' : fresh === null ? 'gone' : 'changed',
        before: stand(before, old),
        after: stand(after, fresh),
      }),
    ]
  })
}

export const agreementTitle = (section: string | null): Text =>
  section !== null && Object.hasOwn(agreementWords, section) ? agreementWords[section as keyof HouseStyle] : plain(section ?? '')

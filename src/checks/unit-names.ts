import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { NamePattern } from '../model/house-style.ts'
import type { Text } from '../model/text.ts'
import { isLocal } from '../naming/build.ts'
import type { NameInUse } from '../naming/follow.ts'
import { inferPattern } from '../naming/infer-pattern.ts'
import { judgeName } from '../naming/judge-name.ts'
import { likenessValues } from '../naming/likeness.ts'
import { choosesNames } from '../naming/tokens.ts'
import { namedOf, suggestedHandle } from './agreed-name.ts'
import { type Check, type CheckedAccount, type CheckInput, isSpeaking } from './check.ts'
import { agreed, byDefault, type Norm, normOf, whyBy } from './norm.ts'
import { doesNotApply, type Judged, nameOf, scored } from './unseen.ts'

const id = 'unit-names'

export const unitNames: Check = {
  id,
  part: 'names',
  field: 'handle',
  norms: ['agreed', 'majority', 'default'],
  title: { nl: 'Eén bouw voor locaties en afdelingen', en: 'One build for places and departments' },
  description: {
    nl: 'Wij kijken of de namen van locaties en afdelingen op dezelfde manier zijn gebouwd.',
    en: 'We look whether the names of places and departments are built in the same way.',
  },
  appliesTo: (account) => isSpeaking(account) && isLocal(account.kind) && choosesNames(account.platform),
  run: (input) => {
    const accounts = input.accounts.map(asNamed)
    const uses = accounts.map((account) => useOf(account, input))
    const rule = ruleOf(uses, input)
    return accounts.map((account, at) => findingOf(account, uses[at] ?? null, rule, input))
  },
}

const reason: Text = {
  nl: 'Met één bouw vindt iemand ook de naam van een andere locatie. En een nieuwe locatie weet meteen hoe hij heet.',
  en: 'With one build people can find the name of another place too. And a new place knows at once what it is called.',
}

type Unit = ReturnType<typeof asNamed>

const asNamed = ({ key, platform, handle, kind, displayName, unit }: CheckedAccount) => ({
  key,
  platform,
  handle,
  kind,
  unit,
  displayName: displayName.seen ? displayName.value : null,
})

function useOf(account: Unit, input: CheckInput): NameInUse | null {
  const named = namedOf(account, input)
  return named && { key: account.key, platform: account.platform, written: account.handle, named }
}

interface Rule {
  readonly patterns: readonly NamePattern[]
  readonly norm: Norm
}

function ruleOf(uses: readonly (NameInUse | null)[], { organisation, houseStyle: { names } }: CheckInput): Rule {
  if (names.units.length > 0) return { patterns: names.units, norm: agreed(names.passage) }
  const found = inferPattern(
    uses.filter((use) => use !== null),
    organisation,
  )
  if (found.kind === 'none') return { patterns: [], norm: byDefault }
  return { patterns: [found.pattern], norm: { kind: 'majority', support: found.support, of: found.of } }
}

function findingOf(account: Unit, use: NameInUse | null, rule: Rule, input: CheckInput): Finding {
  return {
    check: id,
    subject: account.key,
    why: whyBy(rule.norm, reason),
    norm: normOf(rule.norm),
    evidence: [{ label: nameOf(account), value: account.handle }, ...rule.patterns.map((value) => ({ label: 'pattern', value }))],
    ...judge(account, use, rule, input),
  }
}

function judge(account: Unit, use: NameInUse | null, { patterns }: Rule, input: CheckInput): Judged {
  const on = nameOf(account)
  if (patterns.length === 0)
    return doesNotApply(
      { nl: 'Nog geen vaste bouw', en: 'No fixed build yet' },
      {
        nl: 'De namen van je locaties zijn nog te verschillend om er een bouw in te zien.',
        en: 'The names of your places are still too different to see a build in them.',
      },
    )
  const judged = use && judgeName(use, patterns, input.organisation)
  if (!use || !judged || judged.step === null)
    return doesNotApply(
      { nl: 'Nog geen eigen naam', en: 'No name of its own yet' },
      {
        nl: `Op ${on} konden wij in ‘${account.handle}’ geen plaats of afdeling vinden.`,
        en: `On ${on} we could find no place or department in ‘${account.handle}’.`,
      },
    )
  const saw = {
    nl: `Op ${on} heet deze locatie ‘${account.handle}’. De bouw is ${patterns.map((one) => `‘${one}’`).join(' of ')}.`,
    en: `On ${on} this place is called ‘${account.handle}’. The build is ${patterns.map((one) => `‘${one}’`).join(' or ')}.`,
  }
  if (judged.step === 'same')
    return { outcome: scored(1), verdict: { nl: 'Volgt de bouw', en: 'Follows the build' }, saw, mend: null, minutes: null }
  const names = { ...input.houseStyle.names, units: [...patterns] }
  const handle = suggestedHandle(account.key, account.platform, account.handle, use.named, {
    organisation: input.organisation,
    houseStyle: { ...input.houseStyle, names },
  })
  return {
    outcome: scored(likenessValues[judged.step]),
    verdict: { nl: 'Wijkt af van de bouw', en: 'Differs from the build' },
    saw,
    mend:
      handle === null
        ? { nl: `Kies op ${on} een naam met deze bouw.`, en: `Choose a name on ${on} with this build.` }
        : {
            nl: `Verander de naam op ${on} in ‘${handle}’. Kijk eerst of die naam nog vrij is.`,
            en: `Change the name on ${on} to ‘${handle}’. Check first whether it is still free.`,
          },
    minutes: uniformity.minutes.handle,
  }
}

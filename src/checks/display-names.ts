import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import { follows, isLocal, ownWords } from '../naming/build.ts'
import { judgeName } from '../naming/judge-name.ts'
import { type LikenessStep, likenessStep, likenessValues } from '../naming/likeness.ts'
import { shownName } from '../naming/shown-name.ts'
import { stemOf } from '../naming/tokens.ts'
import { namedOf } from './agreed-name.ts'
import { type Check, type CheckedAccount, type CheckInput, isVisible } from './check.ts'
import { agreed, byDefault, type Norm, normOf, whyBy } from './norm.ts'
import { doesNotApply, type Judged, nameOf, notSeen, scored } from './unseen.ts'

const id = 'display-names'

export const displayNames: Check = {
  id,
  part: 'names',
  field: 'displayName',
  norms: ['agreed', 'majority', 'default'],
  title: { nl: 'Dezelfde weergavenaam', en: 'The same display name' },
  description: {
    nl: 'Wij vergelijken de naam die boven het profiel staat. Een plaats of afdeling mag erbij staan.',
    en: 'We compare the name that stands above the profile. A place or department may stand beside it.',
  },
  appliesTo: isVisible,
  run: (input) => {
    const common = commonOf(input)
    return input.accounts.map((account) => findingOf(account, common, input))
  },
}

const reason: Text = {
  nl: 'De weergavenaam is het eerste wat mensen lezen, ook bij berichten en in zoekresultaten.',
  en: 'The display name is the first thing that people read, also beside posts and in search results.',
}

interface CommonName {
  readonly name: string
  readonly norm: Norm
}

/** The name that most central accounts show; where no two are the same, the organisation's own. */
function commonOf({ accounts, organisation, houseStyle: { names } }: CheckInput): CommonName {
  if (names.display.length > 0) return { name: names.display.join(' / '), norm: agreed(names.passage) }
  const shown = accounts.flatMap(({ kind, displayName }) => (displayName.seen && !isLocal(kind) ? [displayName.value.trim()] : []))
  const [best] = [...Map.groupBy(shown, stemOf).values()].sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  if (!best || best.length < 2) return { name: organisation.name, norm: byDefault }
  const [most] = [...Map.groupBy(best, (name) => name)].sort(([, a], [, b]) => b.length - a.length)
  return { name: most?.[0] ?? organisation.name, norm: { kind: 'majority', support: best.length, of: shown.length } }
}

function findingOf(account: CheckedAccount, common: CommonName, input: CheckInput): Finding {
  const shown = account.displayName
  return {
    check: id,
    subject: account.key,
    why: whyBy(common.norm, reason),
    norm: normOf(common.norm),
    evidence: shown.seen ? [{ label: nameOf(account), value: shown.value }] : [],
    ...(shown.seen ? judge(account, shown.value, common, input) : unseenName(account)),
  }
}

const unseenName = (account: CheckedAccount): Judged => {
  const { displayName } = account
  return !displayName.seen && displayName.why !== 'absent'
    ? notSeen(account, displayName.why)
    : doesNotApply(
        { nl: 'Geen weergavenaam', en: 'No display name' },
        { nl: `${nameOf(account)} toont hier geen aparte naam.`, en: `${nameOf(account)} shows no separate name here.` },
      )
}

/** How near a shown name is, and what to show instead; `null` when no agreed pattern can be written for this account. */
function held(
  account: CheckedAccount,
  shown: string,
  common: CommonName,
  input: CheckInput,
): { step: LikenessStep; wanted: string | null } | null {
  const { organisation, houseStyle } = input
  const patterns = houseStyle.names.display
  if (patterns.length === 0) {
    const local = isLocal(account.kind)
    const isFollowing = [common.name, organisation.name, ...organisation.aliases].some((name) =>
      follows(stemOf(shown), stemOf(name), local),
    )
    const step = isFollowing ? 'same' : likenessStep(shown, common.name, ownWords(organisation))
    return { step, wanted: local ? null : common.name }
  }
  const named = namedOf({ ...account, displayName: shown }, input)
  const judged =
    named && judgeName({ key: account.key, platform: account.platform, written: shown, named }, patterns, organisation, 'display')
  if (!named || !judged || judged.step === null) return null
  return { step: judged.step, wanted: shownName(named, account.platform, patterns, organisation, null) }
}

function judge(account: CheckedAccount, shown: string, common: CommonName, input: CheckInput): Judged {
  const on = nameOf(account)
  const found = held(account, shown, common, input)
  const saw = { nl: `Op ${on} staat ‘${shown}’ boven het profiel.`, en: `On ${on} ‘${shown}’ stands above the profile.` }
  if (found === null)
    return doesNotApply(
      { nl: 'Geen afspraak die hier past', en: 'No agreement that fits here' },
      { nl: `${saw.nl} Je afspraak past niet op dit account.`, en: `${saw.en} Your agreement does not fit this account.` },
    )
  const { step, wanted } = found
  if (step === 'same')
    return { outcome: scored(1), verdict: { nl: 'De naam klopt', en: 'The name is right' }, saw, mend: null, minutes: null }
  return {
    outcome: scored(likenessValues[step]),
    verdict:
      step === 'different'
        ? { nl: 'Een andere naam', en: 'A different name' }
        : { nl: 'De naam is te herkennen', en: 'The name can be recognised' },
    saw,
    mend:
      wanted === null
        ? { nl: `Begin de weergavenaam op ${on} met ‘${common.name}’.`, en: `Begin the display name on ${on} with ‘${common.name}’.` }
        : { nl: `Verander de weergavenaam op ${on} in ‘${wanted}’.`, en: `Change the display name on ${on} to ‘${wanted}’.` },
    minutes: uniformity.minutes.displayName,
  }
}

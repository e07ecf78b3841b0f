import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import { type CommonBuild, commonBuild, follows, isLocal, type NamedAccount, ownWords, suggestHandle } from '../naming/build.ts'
import { handleFrom } from '../naming/handle-form.ts'
import { type LikenessStep, likenessStep, likenessSteps, likenessValues } from '../naming/likeness.ts'
import { choosesNames, chosenName, stemOf } from '../naming/tokens.ts'
import { type AgreedName, agreedBuild, agreedName } from './agreed-name.ts'
import { type Check, type CheckedAccount, type CheckInput, isSpeaking } from './check.ts'
import { agreed, byDefault, type Norm, normOf, whyBy } from './norm.ts'
import { type Judged, nameOf, scored } from './unseen.ts'

const id = 'names-across-platforms'

/** Baselines: 14,509 organisations of the name-suggestion-index, all handles of one organisation compared. */
const whyItCounts: Text = {
  nl: 'Wie je op één kanaal kent, zoekt je op een ander kanaal onder dezelfde naam. Helemaal gelijk is zeldzaam: dat lukt bij 31 van de 100 organisaties. Daarom tellen wij in stappen hoe herkenbaar een naam is.',
  en: 'People who know you on one channel look for the same name on another. Exactly the same is rare: 31 of 100 organisations manage it. So we count in steps how recognisable a name is.',
}

export const namesAcrossPlatforms: Check = {
  id,
  part: 'names',
  field: 'handle',
  norms: ['agreed', 'majority', 'default'],
  title: { nl: 'Zelfde naam op alle kanalen', en: 'Same name on all channels' },
  description: {
    nl: 'Wij vergelijken de accountnamen van je organisatie. Hoofdletters, punten en streepjes tellen niet mee. Een plaats of afdeling mag achter de naam staan.',
    en: 'We compare the account names of your organisation. Capitals, dots and dashes do not count. A place or department may follow the name.',
  },
  appliesTo: (account) => isSpeaking(account) && choosesNames(account.platform),
  run(input) {
    const all = input.accounts.map(asNamed)
    const isAgreed = input.houseStyle.names.organisation.length > 0
    const build = isAgreed ? agreedBuild(all, input) : commonBuild(all, input.organisation)
    return all.map((account) => findingOf(account, { all, build, isAgreed, input }))
  },
}

const asNamed = ({ key, platform: on, handle, kind, displayName }: CheckedAccount): NamedAccount => ({
  key,
  platform: on,
  handle,
  kind,
  displayName: displayName.seen ? displayName.value : null,
})

/** What all accounts of one run are judged by. */
interface Field {
  readonly all: readonly NamedAccount[]
  readonly build: CommonBuild | null
  readonly isAgreed: boolean
  readonly input: CheckInput
}

function normFor({ build, isAgreed, input }: Field): Norm {
  if (isAgreed) return agreed(input.houseStyle.names.passage)
  return build !== null && build.support > 1 ? { kind: 'majority', support: build.support, of: build.of } : byDefault
}

function findingOf(account: NamedAccount, field: Field): Finding {
  const { build } = field
  const evidence = [{ label: nameOf(account), value: account.handle }]
  if (build !== null && build.support > 1) evidence.push({ label: `${build.support}/${build.of}`, value: build.spelled })
  const norm = normFor(field)
  return { check: id, subject: account.key, why: whyBy(norm, whyItCounts), norm: normOf(norm), evidence, ...judge(account, field) }
}

function judge(account: NamedAccount, field: Field): Judged {
  const { build, isAgreed, input } = field
  const name = chosenName(account.platform, account.handle)
  const byRule = isAgreed && !isLocal(account.kind) ? agreedName(account, input) : null
  const suggestion = byRule?.handle ?? (build === null ? null : suggestHandle(account, build, input.organisation))
  if (name === null || build === null || byRule?.step === null) return withoutName(account, suggestion)
  if (build.of < 2 && !isAgreed) return alone(account)
  return compared(account, name, field, build, byRule, suggestion)
}

function withoutName(account: NamedAccount, suggestion: string | null): Judged {
  const on = nameOf(account)
  const why = {
    nl: 'Dit account heeft een nummer, en geen naam die je zelf koos.',
    en: 'This account has a number, not a name of your choice.',
  }
  return {
    outcome: { kind: 'notApplicable', why },
    verdict: { nl: 'Nog geen eigen naam', en: 'No name of its own yet' },
    saw: {
      nl: `Het adres van je account op ${on} is een nummer of code: ‘${account.handle}’.`,
      en: `The address of your account on ${on} is a number or code: ‘${account.handle}’.`,
    },
    mend: suggestion
      ? {
          nl: `Kies op ${on} een eigen naam, bijvoorbeeld ‘${suggestion}’. Kijk eerst of die naam nog vrij is.`,
          en: `Choose a name of your own on ${on}, for example ‘${suggestion}’. Check first whether it is still free.`,
        }
      : { nl: `Kies op ${on} een eigen naam die past bij je andere kanalen.`, en: `Choose a name on ${on} that fits your other channels.` },
    minutes: uniformity.minutes.handle,
  }
}

function alone(account: NamedAccount): Judged {
  const why = {
    nl: 'Er is maar één account met een eigen naam. Er valt nog niets te vergelijken.',
    en: 'There is only one account with a name of its own. There is nothing to compare yet.',
  }
  return {
    outcome: { kind: 'notApplicable', why },
    verdict: { nl: 'Nog niets om mee te vergelijken', en: 'Nothing to compare with yet' },
    saw: { nl: `Op ${nameOf(account)} heet je ‘${account.handle}’.`, en: `On ${nameOf(account)} you are called ‘${account.handle}’.` },
    mend: null,
  }
}

/** Enough to name one that is near; more of them would take the square of their number. */
const mostCompared = 50

/** The nearest of the other accounts, for when no name is shared. */
function nearest(account: NamedAccount, name: string, all: readonly NamedAccount[], words: readonly string[]) {
  const steps = all.slice(0, mostCompared).flatMap((other) => {
    const otherName = other.key === account.key ? null : chosenName(other.platform, other.handle)
    return otherName === null ? [] : [{ other, step: likenessStep(name, otherName, words) }]
  })
  return steps.sort((a, b) => likenessSteps.indexOf(a.step) - likenessSteps.indexOf(b.step))[0] ?? null
}

/** Whether the shared name can be written on the account's platform at all. */
const fits = ({ platform: on, handle }: NamedAccount, build: CommonBuild) => handleFrom(on, build.stem, handle) !== null

const sameHandle = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/**
 * Held against the name that was agreed or that most share; where none is, against the one that fits the organisation best.
 * So one account is in line, and each that takes its name over adds the same.
 */
function compared(
  account: NamedAccount,
  name: string,
  { all, isAgreed, input }: Field,
  build: CommonBuild,
  byRule: AgreedName | null,
  suggestion: string | null,
): Judged {
  const words = ownWords(input.organisation)
  const isShared = isAgreed || build.support > 1
  const isFollowing = byRule ? byRule.step === 'same' : follows(stemOf(name), build.stem, isLocal(account.kind))
  const near = isShared ? null : nearest(account, name, all, words)
  const alike = byRule?.step ?? likenessStep(name, build.spelled, words)
  // Where the shared name breaks the platform's rule, a shorter form of it is as good as it gets.
  const isBestFit = isShared && byRule === null && !fits(account, build) && (alike === 'affix' || alike === 'contains')
  const step = isFollowing || isBestFit ? 'same' : alike
  const isLonger = isFollowing && byRule === null && stemOf(name) !== build.stem
  return {
    outcome: scored(likenessValues[step]),
    verdict: isLonger
      ? withPlace
      : isBestFit && !isFollowing
        ? bestFit
        : isShared
          ? verdicts[step]
          : apart[step === 'same' ? 'same' : 'other'],
    saw: isAgreed
      ? sawAgreed(account, build)
      : isShared
        ? sawShared(account, build)
        : sawApart(account, near?.step === 'different' ? null : (near?.other ?? null)),
    mend:
      step === 'same'
        ? isShared
          ? null
          : keep
        : mendOf(account, build, byRule || stemOf(name) !== build.stem ? suggestion : account.handle),
    minutes: step === 'same' ? null : uniformity.minutes.handle,
  }
}

const withPlace: Text = { nl: 'De gedeelde naam, met een eigen toevoeging', en: 'The shared name, with an addition of its own' }

const bestFit: Text = { nl: 'Zo gelijk als het hier kan', en: 'As alike as this platform allows' }

const verdicts: Readonly<Record<LikenessStep, Text>> = {
  same: { nl: 'Zelfde naam als op je andere kanalen', en: 'Same name as on your other channels' },
  affix: { nl: 'Bijna dezelfde naam', en: 'Nearly the same name' },
  contains: { nl: 'De naam is te herkennen', en: 'The name can be recognised' },
  'shares-word': { nl: 'De naam lijkt er een beetje op', en: 'The name is a little alike' },
  different: { nl: 'Een andere naam', en: 'A different name' },
}

/** Where no name is shared. */
const apart = {
  same: { nl: 'Deze naam past het best bij je organisatie', en: 'This name fits your organisation best' },
  other: { nl: 'Elk kanaal heet anders', en: 'Each channel has another name' },
} as const satisfies Record<string, Text>

const keep: Text = {
  nl: 'Houd deze naam. Hij past het best bij je organisatie: neem hem over op je andere kanalen.',
  en: 'Keep this name. It fits your organisation best: take it over on your other channels.',
}

function sawShared(account: NamedAccount, { support, of, spelled }: CommonBuild): Text {
  return {
    nl: `Op ${nameOf(account)} heet je ‘${account.handle}’. De naam ‘${spelled}’ staat bij ${support} van de ${of} accounts met een eigen naam.`,
    en: `On ${nameOf(account)} you are called ‘${account.handle}’. The name ‘${spelled}’ is on ${support} of the ${of} accounts with a name of their own.`,
  }
}

function sawAgreed(account: NamedAccount, { support, of, spelled }: CommonBuild): Text {
  return {
    nl: `Op ${nameOf(account)} heet je ‘${account.handle}’. Je sprak ‘${spelled}’ af; dat volgen ${support} van de ${of} accounts met een eigen naam.`,
    en: `On ${nameOf(account)} you are called ‘${account.handle}’. You agreed ‘${spelled}’, which ${support} of the ${of} accounts with a name of their own follow.`,
  }
}

function sawApart(account: NamedAccount, near: NamedAccount | null): Text {
  const saw = { nl: `Op ${nameOf(account)} heet je ‘${account.handle}’.`, en: `On ${nameOf(account)} you are called ‘${account.handle}’.` }
  if (near === null) return { nl: `${saw.nl} Geen van je andere namen lijkt daarop.`, en: `${saw.en} None of your other names is like it.` }
  return {
    nl: `${saw.nl} Het meest lijkt dat op ‘${near.handle}’ op ${nameOf(near)}.`,
    en: `${saw.en} The nearest is ‘${near.handle}’ on ${nameOf(near)}.`,
  }
}

function mendOf(account: NamedAccount, build: CommonBuild, suggestion: string | null): Text {
  const on = nameOf(account)
  if (suggestion === null || sameHandle(suggestion, account.handle))
    return isLocal(account.kind)
      ? {
          nl: `Kies op ${on} een naam die begint met ‘${build.spelled}’, met de plaats of afdeling erachter.`,
          en: `Choose a name on ${on} that begins with ‘${build.spelled}’, followed by the place or department.`,
        }
      : {
          nl: `De naam ‘${build.spelled}’ past niet op ${on}. Kies een vorm die er zo veel mogelijk op lijkt.`,
          en: `The name ‘${build.spelled}’ does not fit on ${on}. Choose a form that is as much like it as possible.`,
        }
  return {
    nl: `Verander de naam op ${on} in ‘${suggestion}’. Kijk eerst of die naam nog vrij is.`,
    en: `Change the name on ${on} to ‘${suggestion}’. Check first whether it is still free.`,
  }
}

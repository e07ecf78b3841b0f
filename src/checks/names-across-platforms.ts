import type { Finding, Outcome } from '../model/finding.ts'
import type { Organisation } from '../model/organisation.ts'
import type { Text } from '../model/text.ts'
import { type CommonBuild, commonBuild, follows, isLocal, type NamedAccount, ownWords, suggestHandle } from '../naming/build.ts'
import { handleFrom } from '../naming/handle-form.ts'
import { type LikenessStep, likenessStep, likenessSteps, likenessValues } from '../naming/likeness.ts'
import { choosesNames, chosenName, stemOf } from '../naming/tokens.ts'
import { platform } from '../platforms/index.ts'
import type { Check, CheckedAccount } from './check.ts'

const id = 'names-across-platforms'

const ours: ReadonlySet<string> = new Set(['central', 'unit', 'location', 'campaign', 'unknown'])

/** Baselines: 14,509 organisations of the name-suggestion-index, all handles of one organisation compared. */
const whyItCounts: Text = {
  nl: 'Wie je op één kanaal kent, zoekt je op een ander kanaal onder dezelfde naam. Helemaal gelijk is zeldzaam: dat lukt bij 31 van de 100 organisaties. Daarom tellen wij in stappen hoe herkenbaar een naam is.',
  en: 'People who know you on one channel look for the same name on another. Exactly the same is rare: 31 of 100 organisations manage it. So we count in steps how recognisable a name is.',
}

export const namesAcrossPlatforms: Check = {
  id,
  title: { nl: 'Zelfde naam op alle kanalen', en: 'Same name on all channels' },
  description: {
    nl: 'Wij vergelijken de accountnamen van je organisatie. Hoofdletters, punten en streepjes tellen niet mee. Een plaats of afdeling mag achter de naam staan.',
    en: 'We compare the account names of your organisation. Capitals, dots and dashes do not count. A place or department may follow the name.',
  },
  appliesTo: ({ kind, closed, platform: on }) => ours.has(kind) && !closed && choosesNames(on),
  run({ organisation, accounts }) {
    const named = accounts.map(asNamed)
    const build = commonBuild(named, organisation)
    return named.map((account) => judge(account, named, build, organisation))
  },
}

const asNamed = ({ key, platform: on, handle, kind, displayName }: CheckedAccount): NamedAccount => ({
  key,
  platform: on,
  handle,
  kind,
  displayName: displayName.seen ? displayName.value : null,
})

const nameOf = ({ platform: on }: NamedAccount): string => platform(on).name

type Judged = Pick<Finding, 'outcome' | 'verdict' | 'saw' | 'mend'>

function judge(account: NamedAccount, all: readonly NamedAccount[], build: CommonBuild | null, organisation: Organisation): Finding {
  const name = chosenName(account.platform, account.handle)
  const suggestion = build === null ? null : suggestHandle(account, build, organisation)
  const judged =
    name === null || build === null
      ? withoutName(account, suggestion)
      : build.of < 2
        ? alone(account)
        : compared(account, name, all, build, suggestion, organisation)
  const evidence = [{ label: nameOf(account), value: account.handle }]
  if (build !== null && build.support > 1) evidence.push({ label: `${build.support}/${build.of}`, value: build.spelled })
  return { check: id, subject: account.key, why: whyItCounts, evidence, ...judged }
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

/** The nearest of the other accounts, for when no name is shared. */
function nearest(account: NamedAccount, name: string, all: readonly NamedAccount[], words: readonly string[]) {
  const steps = all.flatMap((other) => {
    const otherName = other.key === account.key ? null : chosenName(other.platform, other.handle)
    return otherName === null ? [] : [{ other, step: likenessStep(name, otherName, words) }]
  })
  return steps.sort((a, b) => likenessSteps.indexOf(a.step) - likenessSteps.indexOf(b.step))[0] ?? null
}

/** Whether the shared name can be written on the account's platform at all. */
const fits = ({ platform: on, handle }: NamedAccount, build: CommonBuild) => handleFrom(on, build.stem, handle) !== null

const sameHandle = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

function compared(
  account: NamedAccount,
  name: string,
  all: readonly NamedAccount[],
  build: CommonBuild,
  suggestion: string | null,
  organisation: Organisation,
): Judged {
  const words = ownWords(organisation)
  const isShared = build.support > 1
  const isFollowing = isShared && follows(stemOf(name), build.stem, isLocal(account.kind))
  const near = isShared ? null : nearest(account, name, all, words)
  const alike = isShared ? likenessStep(name, build.spelled, words) : (near?.step ?? 'different')
  // Where the shared name breaks the platform's rule, a shorter form of it is as good as it gets.
  const isBestFit = isShared && !fits(account, build) && (alike === 'affix' || alike === 'contains')
  const step = isFollowing || isBestFit ? 'same' : alike
  const outcome: Outcome = { kind: 'scored', value: likenessValues[step] }
  return {
    outcome,
    verdict: isFollowing && stemOf(name) !== build.stem ? withPlace : isBestFit && !isFollowing ? bestFit : verdicts[step],
    saw: isShared ? sawShared(account, build) : sawApart(account, near && near.step !== 'different' ? near.other : null),
    mend: step === 'same' ? null : mendOf(account, build, stemOf(name) === build.stem ? account.handle : suggestion),
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

function sawShared(account: NamedAccount, { support, of, spelled }: CommonBuild): Text {
  return {
    nl: `Op ${nameOf(account)} heet je ‘${account.handle}’. De naam ‘${spelled}’ staat bij ${support} van de ${of} accounts met een eigen naam.`,
    en: `On ${nameOf(account)} you are called ‘${account.handle}’. The name ‘${spelled}’ is on ${support} of the ${of} accounts with a name of their own.`,
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
  if (suggestion === null)
    return isLocal(account.kind)
      ? {
          nl: `Kies op ${on} een naam die begint met ‘${build.spelled}’, met de plaats of afdeling erachter.`,
          en: `Choose a name on ${on} that begins with ‘${build.spelled}’, followed by the place or department.`,
        }
      : {
          nl: `De naam ‘${build.spelled}’ past niet op ${on}. Kies een vorm die er zo veel mogelijk op lijkt.`,
          en: `The name ‘${build.spelled}’ does not fit on ${on}. Choose a form that is as much like it as possible.`,
        }
  if (sameHandle(suggestion, account.handle))
    return {
      nl: `Houd deze naam. Hij past het best bij je organisatie: neem hem over op je andere kanalen.`,
      en: `Keep this name. It fits your organisation best: take it over on your other channels.`,
    }
  return {
    nl: `Verander de naam op ${on} in ‘${suggestion}’. Kijk eerst of die naam nog vrij is.`,
    en: `Change the name on ${on} to ‘${suggestion}’. Check first whether it is still free.`,
  }
}

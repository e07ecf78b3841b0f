import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { PicturesReading } from '../model/pictures.ts'
import type { Text } from '../model/text.ts'
import { pictureSizesOf } from '../platforms/picture-sizes.ts'
import { type Check, type CheckedAccount, isVisible } from './check.ts'
import { notCompared } from './judge-picture.ts'
import { byDefault, normOf, whyBy } from './norm.ts'
import { cannotSay, doesNotApply, type Judged, nameOf, notSeen, scored } from './unseen.ts'

const id = 'legibility'

export const legibility: Check = {
  id,
  part: 'pictures',
  field: 'avatar',
  norms: ['default'],
  title: { nl: 'Duidelijk in het rondje', en: 'Clear in the circle' },
  description: {
    nl: 'De meeste platforms tonen de profielfoto klein en rond. Wij meten wat er dan van overblijft.',
    en: 'Most platforms show the profile picture small and round. We measure what is left of it then.',
  },
  appliesTo: isVisible,
  run: ({ accounts, pictures }) => {
    const measured = new Map(pictures?.legibility.map((one) => [one.picture, one]))
    return accounts.map((account) => findingOf(account, (account.avatar.seen && measured.get(account.avatar.value)) || null))
  },
}

const reason: Text = {
  nl: 'Naast een bericht is de foto zo groot als een vingertop. Wat je daarop niet ziet, ziet niemand.',
  en: 'Beside a post the picture is as large as a fingertip. What cannot be seen on that, nobody sees.',
}

type Measured = PicturesReading['legibility'][number]

const limits = uniformity.legibility

interface Question {
  readonly fails: (measured: Measured, account: CheckedAccount) => boolean
  readonly saw: Text
  readonly mend: Text
}

const questions: readonly Question[] = [
  {
    fails: ({ width, height }) => Math.min(width, height) < limits.side,
    saw: { nl: 'de foto is klein', en: 'the picture is small' },
    mend: {
      nl: `neem een foto van minstens ${limits.side} pixels breed en hoog`,
      en: `take a picture of at least ${limits.side} pixels wide and high`,
    },
  },
  {
    fails: ({ cutOff }, { platform }) => pictureSizesOf(platform).avatar.shape === 'circle' && cutOff > limits.cutOff,
    saw: { nl: 'het rondje snijdt er een stuk af', en: 'the circle cuts a part off' },
    mend: { nl: 'laat rondom meer ruimte', en: 'leave more room around it' },
  },
  {
    fails: ({ detail }) => detail < limits.detail,
    saw: { nl: 'op klein formaat blijft er weinig van over', en: 'little is left of it when small' },
    mend: { nl: 'kies een eenvoudiger beeld, zonder kleine letters', en: 'choose a simpler picture, without small letters' },
  },
  {
    fails: ({ contrast }) => contrast < limits.contrast,
    saw: { nl: 'het beeld valt bijna weg tegen de achtergrond', en: 'the motif almost blends into its ground' },
    mend: { nl: 'maak het verschil tussen beeld en achtergrond groter', en: 'make motif and ground differ more' },
  },
]

function findingOf(account: CheckedAccount, measured: Measured | null): Finding {
  const { avatar } = account
  return {
    check: id,
    subject: account.key,
    why: whyBy(byDefault, reason),
    norm: normOf(byDefault),
    evidence: measured
      ? [
          { label: 'pixels', value: `${measured.width} × ${measured.height}` },
          { label: 'cut-off', value: measured.cutOff.toFixed(2) },
          { label: 'detail', value: measured.detail.toFixed(2) },
          { label: 'contrast', value: measured.contrast.toFixed(1) },
        ]
      : [],
    pictures: avatar.seen ? [{ digest: avatar.value, label: { nl: `Op ${nameOf(account)}`, en: `On ${nameOf(account)}` } }] : [],
    ...judge(account, measured),
  }
}

function judge(account: CheckedAccount, measured: Measured | null): Judged {
  const on = nameOf(account)
  if (!account.avatar.seen && account.avatar.why !== 'absent') return notSeen(account, account.avatar.why)
  if (!account.avatar.seen)
    return doesNotApply(
      { nl: 'Geen profielfoto', en: 'No profile picture' },
      { nl: `Op ${on} staat geen profielfoto.`, en: `There is no profile picture on ${on}.` },
    )
  if (measured === null) return cannotSay({ nl: 'Nog niet gemeten', en: 'Not measured yet' }, notCompared)
  const failing = questions.filter(({ fails }) => fails(measured, account))
  const said = (locale: keyof Text, of: 'saw' | 'mend') =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(failing.map((question) => question[of][locale]))
  if (failing.length === 0)
    return {
      outcome: scored(1),
      verdict: { nl: 'Duidelijk, ook klein en rond', en: 'Clear, also small and round' },
      saw: { nl: `Op ${on} blijft de foto klein en rond goed te zien.`, en: `On ${on} the picture stays clear when small and round.` },
      mend: null,
      minutes: null,
    }
  return {
    outcome: scored((questions.length - failing.length) / questions.length),
    verdict: { nl: 'Minder duidelijk in het rondje', en: 'Less clear in the circle' },
    saw: { nl: `Op ${on}: ${said('nl', 'saw')}.`, en: `On ${on}: ${said('en', 'saw')}.` },
    mend: { nl: `Voor ${on}: ${said('nl', 'mend')}.`, en: `For ${on}: ${said('en', 'mend')}.` },
    minutes: uniformity.minutes.avatar,
  }
}

import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { HouseStyle, LogoFile } from '../model/house-style.ts'
import type { Text } from '../model/text.ts'
import { type Check, type CheckedAccount, isVisible } from './check.ts'
import { notCompared } from './judge-picture.ts'
import { type LogosFound, logosIn } from './logos.ts'
import { agreed, byDefault, normOf, whyBy } from './norm.ts'
import { cannotSay, doesNotApply, type Judged, nameOf, notSeen, scored } from './unseen.ts'

const id = 'logo'

export const logo: Check = {
  id,
  part: 'pictures',
  field: 'avatar',
  norms: ['agreed', 'default'],
  title: { nl: 'Het logo in de profielfoto', en: 'The logo in the profile picture' },
  description: {
    nl: 'Wij zoeken je logo in de profielfoto. Of het er moet staan, spreek je zelf af. Een oud logo melden wij altijd.',
    en: 'We look for your logo in the profile picture. Whether it has to be there is yours to agree. An old logo is always reported.',
  },
  appliesTo: isVisible,
  run: ({ accounts, houseStyle, pictures }) => {
    const found = pictures && logosIn(houseStyle, pictures)
    return accounts.map((account) => findingOf(account, houseStyle, account.avatar.seen && found ? found(account.avatar.value) : null))
  },
}

const reason: Text = {
  nl: 'Aan het logo zien mensen in één keer van wie het account is. Een oud logo maakt hen onzeker.',
  en: 'By the logo people see at once whose account it is. An old logo makes them unsure.',
}

function findingOf(account: CheckedAccount, houseStyle: HouseStyle, found: LogosFound | null): Finding {
  const { inAvatar, passage, files } = houseStyle.logo
  const norm = inAvatar === null ? byDefault : agreed(passage)
  const own = account.avatar.seen ? account.avatar.value : null
  const shown = own === null ? [] : [{ digest: own, label: { nl: `Op ${nameOf(account)}`, en: `On ${nameOf(account)}` } }]
  const inUse = files.find(({ old }) => !old)
  return {
    check: id,
    subject: account.key,
    why: whyBy(norm, reason),
    norm: normOf(norm),
    evidence: scoresOf(files, found),
    pictures: inUse ? [...shown, { digest: inUse.file, label: { nl: `Logo: ${inUse.name}`, en: `Logo: ${inUse.name}` } }] : shown,
    ...judge(account, houseStyle, found),
  }
}

const scoresOf = (files: readonly LogoFile[], found: LogosFound | null): Finding['evidence'] =>
  (found?.measured ?? []).map(({ logo: digest, verdict, score }) => ({
    label: files.find(({ file }) => file === digest)?.name ?? digest.slice(0, 8),
    value: `${verdict} (${score.toFixed(3)})`,
  }))

function judge(account: CheckedAccount, houseStyle: HouseStyle, found: LogosFound | null): Judged {
  const { files, inAvatar } = houseStyle.logo
  if (files.length === 0)
    return doesNotApply(nothingAgreed, { nl: 'Er is nog geen logo vastgelegd.', en: 'No logo has been recorded yet.' })
  const isFree = inAvatar === null || inAvatar === 'may'
  if (isFree && !files.some(({ old }) => old))
    return doesNotApply(nothingAgreed, {
      nl: 'Een logo in de profielfoto mag, en hoeft niet.',
      en: 'A logo in the profile picture is allowed, and not asked for.',
    })
  if (!account.avatar.seen)
    return account.avatar.why === 'absent'
      ? withoutPicture(account, inAvatar === 'must' ? files : [])
      : notSeen(account, account.avatar.why)
  if (!found?.compared) return cannotSay({ nl: 'Nog niet vergeleken', en: 'Not compared yet' }, notCompared)
  return held(account, found, houseStyle)
}

const nothingAgreed: Text = { nl: 'Niets afgesproken', en: 'Nothing agreed' }

function held(account: CheckedAccount, { current, old, uncertain }: LogosFound, { logo: rule }: HouseStyle): Judged {
  const on = nameOf(account)
  const [outdated] = old
  const inUse = rule.files.filter((file) => !file.old)
  if (outdated && current.length === 0)
    return wrong(
      { nl: 'Een oud logo', en: 'An old logo' },
      {
        nl: `In de profielfoto op ${on} staat ‘${outdated.name}’. Dat logo is niet meer in gebruik.`,
        en: `In the profile picture on ${on} stands ‘${outdated.name}’. That logo is no longer in use.`,
      },
      rule.inAvatar === 'must-not' ? leaveOut(on) : replaceBy(on, inUse),
    )
  if (current.length > 0 && rule.inAvatar === 'must-not')
    return wrong(
      { nl: 'Het logo staat in de profielfoto', en: 'The logo is in the profile picture' },
      {
        nl: `Op ${on} staat het logo in de profielfoto, en dat mag niet volgens je afspraak.`,
        en: `On ${on} the logo is in the profile picture, which your agreement rules out.`,
      },
      leaveOut(on),
    )
  if (current.length === 0 && uncertain && rule.inAvatar !== null && rule.inAvatar !== 'may')
    return cannotSay(
      { nl: 'Niet zeker', en: 'Not certain' },
      {
        nl: 'De profielfoto is te klein om het logo te vinden. Kijk zelf of het klopt.',
        en: 'The profile picture is too small to find the logo. See for yourself whether it is right.',
      },
    )
  if (current.length === 0 && rule.inAvatar === 'must')
    return wrong(
      { nl: 'Het logo ontbreekt', en: 'The logo is missing' },
      { nl: `In de profielfoto op ${on} vonden wij je logo niet.`, en: `We did not find your logo in the profile picture on ${on}.` },
      replaceBy(on, inUse),
    )
  const found = current.length > 0
  return {
    outcome: scored(1),
    verdict: found ? { nl: 'Het logo klopt', en: 'The logo is right' } : { nl: 'Geen oud logo', en: 'No old logo' },
    saw: found
      ? { nl: `Op ${on} staat ‘${current[0]?.name}’ in de profielfoto.`, en: `On ${on} ‘${current[0]?.name}’ is in the profile picture.` }
      : {
          nl: `In de profielfoto op ${on} vonden wij geen logo dat er niet mag staan.`,
          en: `In the profile picture on ${on} we found no logo that must not be there.`,
        },
    mend: null,
    minutes: null,
  }
}

const wrong = (verdict: Text, saw: Text, mend: Text): Judged => ({
  outcome: scored(0),
  verdict,
  saw,
  mend,
  minutes: uniformity.minutes.avatar,
})

const leaveOut = (on: string): Text => ({
  nl: `Kies op ${on} een profielfoto zonder logo.`,
  en: `Choose a profile picture without logo on ${on}.`,
})

/** The mark goes before the wordmark: letters are lost in a small circle. */
function replaceBy(on: string, files: readonly LogoFile[]): Text {
  const file = files.find(({ kind }) => kind === 'mark') ?? files[0]
  return file
    ? { nl: `Zet op ${on} een profielfoto met ‘${file.name}’.`, en: `Put a profile picture with ‘${file.name}’ up on ${on}.` }
    : { nl: `Zet op ${on} een profielfoto met je eigen logo.`, en: `Put a profile picture with your own logo up on ${on}.` }
}

const withoutPicture = (account: CheckedAccount, asked: readonly LogoFile[]): Judged =>
  asked.length === 0
    ? {
        outcome: scored(1),
        verdict: { nl: 'Geen oud logo', en: 'No old logo' },
        saw: {
          nl: `Op ${nameOf(account)} staat geen profielfoto, dus ook geen verkeerd logo.`,
          en: `There is no profile picture on ${nameOf(account)}, so no wrong logo either.`,
        },
        mend: null,
        minutes: null,
      }
    : wrong(
        { nl: 'Het logo ontbreekt', en: 'The logo is missing' },
        { nl: `Op ${nameOf(account)} staat geen profielfoto.`, en: `There is no profile picture on ${nameOf(account)}.` },
        replaceBy(
          nameOf(account),
          asked.filter(({ old }) => !old),
        ),
      )

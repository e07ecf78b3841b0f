import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import { hasBanner, pictureSizesOf } from '../platforms/picture-sizes.ts'
import { type Check, type CheckedAccount, type CheckInput, isVisible } from './check.ts'
import { judgePicture, likenessEvidence, notCompared, type PictureWords, pictureEvidence, sourceOf } from './judge-picture.ts'
import { agreedPicture, type CommonPicture, type Compared, commonestPicture, readyToCompare, type Shown } from './likeness.ts'
import { agreed, byDefault, type Norm, normOf, whyBy } from './norm.ts'
import { cannotSay, doesNotApply, type Judged, nameOf, notSeen, scored } from './unseen.ts'

const id = 'background'

export const background: Check = {
  id,
  part: 'background',
  field: 'banner',
  norms: ['agreed', 'majority', 'default'],
  title: { nl: 'Dezelfde achtergrondfoto', en: 'The same background picture' },
  description: {
    nl: 'Wij vergelijken de brede foto bovenaan elk profiel. Een uitsnede, een andere tint of een tekst erop maakt niet uit.',
    en: 'We compare the wide picture at the top of each profile. A crop, another tint or a text on it makes no difference.',
  },
  appliesTo: isVisible,
  run: (input) => {
    const set = input.pictures && readyToCompare(input.pictures.banners, input.pictures)
    const common = set && commonOf(input, set)
    return input.accounts.map((account) => findingOf(account, common, set, input))
  },
}

const reason: Text = {
  nl: 'De achtergrond vult het scherm. Dezelfde foto laat in één blik zien dat je bij elkaar hoort.',
  en: 'The background fills the screen. The same picture shows at a glance that you belong together.',
}

const hasPlace = ({ platform }: CheckedAccount) => hasBanner(platform)

function commonOf({ accounts, houseStyle: { background: rule } }: CheckInput, set: Compared): CommonPicture | null {
  const shown = accounts.flatMap((account): Shown[] => (account.banner.seen ? [{ account, digest: account.banner.value }] : []))
  const without = accounts.filter((account) => hasPlace(account) && !account.banner.seen && account.banner.why === 'absent').length
  const field = { shown, without }
  return agreedPicture(field, set, rule.references, rule.passage) ?? commonestPicture(field, set)
}

function findingOf(account: CheckedAccount, common: CommonPicture | null, set: Compared | null, input: CheckInput): Finding {
  const { references, passage } = input.houseStyle.background
  const norm: Norm = common?.norm ?? (references.length > 0 ? agreed(passage) : byDefault)
  const digest = account.banner.seen ? account.banner.value : null
  return {
    check: id,
    subject: account.key,
    why: whyBy(norm, reason),
    norm: normOf(norm),
    evidence: likenessEvidence(digest, common, set),
    pictures: pictureEvidence(account, digest, common),
    ...judge(account, common, set, references.length > 0),
  }
}

function judge(account: CheckedAccount, common: CommonPicture | null, set: Compared | null, isAgreed: boolean): Judged {
  const { banner } = account
  if (!banner.seen && !hasPlace(account)) return noPlace(account)
  if (!banner.seen && banner.why !== 'absent') return notSeen(account, banner.why)
  if (!banner.seen) return none(account, common, isAgreed)
  if (set === null) return cannotSay({ nl: 'Nog niet vergeleken', en: 'Not compared yet' }, notCompared)
  return judgePicture(account, banner.value, common, set, words)
}

const noPlace = (account: CheckedAccount): Judged =>
  doesNotApply(
    { nl: 'Hier past geen achtergrondfoto', en: 'No place for a background picture' },
    { nl: `${nameOf(account)} heeft geen achtergrondfoto.`, en: `${nameOf(account)} has no background picture.` },
  )

function none(account: CheckedAccount, common: CommonPicture | null, isAgreed: boolean): Judged {
  if (!isAgreed && (common === null || common.of < 2))
    return doesNotApply(
      { nl: 'Nog niets om mee te vergelijken', en: 'Nothing to compare with yet' },
      {
        nl: 'Geen van je accounts heeft een achtergrondfoto die wij konden vergelijken.',
        en: 'None of your accounts has a background picture that we could compare.',
      },
    )
  return {
    outcome: scored(0),
    verdict: { nl: 'Nog geen achtergrondfoto', en: 'No background picture yet' },
    saw: { nl: `Op ${nameOf(account)} staat geen achtergrondfoto.`, en: `On ${nameOf(account)} stands no background picture.` },
    mend: common === null ? put(account, { nl: 'Afgesproken', en: 'Agreed' }) : words.mend(account, common),
    minutes: uniformity.minutes.banner,
  }
}

const words: PictureWords = {
  the: { nl: 'de achtergrondfoto', en: 'the background picture' },
  minutes: uniformity.minutes.banner,
  mend: (account, common) => put(account, sourceOf(common)),
}

/** What to put up, with the exact size and what has to stay free on this platform. */
function put(account: CheckedAccount, source: Text): Text {
  const sizes = pictureSizesOf(account.platform).banner
  const what = {
    nl: `Zet op ${nameOf(account)} deze achtergrondfoto (${source.nl.toLowerCase()}).`,
    en: `Put this background picture up on ${nameOf(account)} (${source.en.toLowerCase()}).`,
  }
  if (sizes === null) return what
  const { upload, safe, desktop } = sizes
  const size = { nl: ` Maak hem ${upload.width} × ${upload.height} pixels.`, en: ` Make it ${upload.width} × ${upload.height} pixels.` }
  const middle = safe
    ? {
        nl: ` Zet wat belangrijk is binnen de middelste ${safe.width} × ${safe.height}.`,
        en: ` Keep what matters within the middle ${safe.width} × ${safe.height}.`,
      }
    : { nl: '', en: '' }
  const corner =
    desktop.avatar === 'left'
      ? { nl: ' Linksonder komt de profielfoto eroverheen.', en: ' The profile picture covers the bottom left.' }
      : desktop.avatar === 'centre'
        ? { nl: ' In het midden onderaan komt de profielfoto eroverheen.', en: ' The profile picture covers the middle of the bottom.' }
        : { nl: '', en: '' }
  return { nl: what.nl + size.nl + middle.nl + corner.nl, en: what.en + size.en + middle.en + corner.en }
}

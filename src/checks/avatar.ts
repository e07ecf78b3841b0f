import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { PictureGroup, PicturesReading } from '../model/pictures.ts'
import type { Text } from '../model/text.ts'
import { pictureSizesOf } from '../platforms/picture-sizes.ts'
import { type Check, type CheckedAccount, type CheckInput, isVisible } from './check.ts'
import { judgePicture, likenessEvidence, notCompared, type PictureWords, pictureEvidence, sourceOf } from './judge-picture.ts'
import { type CommonPicture, type Compared, commonestPicture, readyToCompare, type Shown, standingOf } from './likeness.ts'
import { keepsLogoRule } from './logos.ts'
import { byDefault, normOf, whyBy } from './norm.ts'
import { cannotSay, doesNotApply, type Judged, nameOf, notSeen, scored } from './unseen.ts'

const id = 'avatar'

export const avatar: Check = {
  id,
  part: 'pictures',
  field: 'avatar',
  norms: ['agreed', 'majority', 'default'],
  title: { nl: 'Dezelfde profielfoto', en: 'The same profile picture' },
  description: {
    nl: 'Wij vergelijken de profielfoto’s van je organisatie. Een andere rand of uitsnede maakt niet uit.',
    en: 'We compare the profile pictures of your organisation. Another border or crop makes no difference.',
  },
  appliesTo: isVisible,
  run: (input) => {
    const field = fieldOf(input)
    return input.accounts.map((account) => findingOf(account, field))
  },
}

const reason: Text = {
  nl: 'De profielfoto staat bij elk bericht. Aan dezelfde foto herkennen mensen je overal.',
  en: 'The profile picture stands beside every post. By the same picture people know you everywhere.',
}

/** What all profile pictures of one run are judged by. */
interface Field {
  /** `null`: not compared yet. */
  readonly set: Compared | null
  /** The commonest of those that keep to what was agreed about the logo. */
  readonly fit: CommonPicture | null
  /** The commonest of all. */
  readonly any: CommonPicture | null
}

/** Portraits are compared by their backdrop alone; as the picture of an organisation each is one of its own. */
const faces = ({ portraits }: PicturesReading): PictureGroup[] =>
  portraits.groups.flatMap(({ members }) => members.map((digest) => ({ members: [digest], reference: null })))

function fieldOf({ accounts, pictures, houseStyle }: CheckInput): Field {
  if (pictures === null) return { set: null, fit: null, any: null }
  const set = readyToCompare({ ...pictures.avatars, groups: [...pictures.avatars.groups, ...faces(pictures)] }, pictures)
  const shown = accounts.flatMap((account): Shown[] => (account.avatar.seen ? [{ account, digest: account.avatar.value }] : []))
  const without = accounts.filter(({ avatar: own }) => !own.seen && own.why === 'absent').length
  const field = { shown, without }
  return { set, fit: commonestPicture(field, set, keepsLogoRule(houseStyle, pictures)), any: commonestPicture(field, set) }
}

function findingOf(account: CheckedAccount, field: Field): Finding {
  const norm = field.fit?.norm ?? byDefault
  const digest = account.avatar.seen ? account.avatar.value : null
  return {
    check: id,
    subject: account.key,
    why: whyBy(norm, reason),
    norm: normOf(norm),
    evidence: likenessEvidence(digest, field.fit, field.set),
    pictures: pictureEvidence(account, digest, field.fit),
    ...judge(account, field),
  }
}

function judge(account: CheckedAccount, { set, fit, any }: Field): Judged {
  if (!account.avatar.seen) return account.avatar.why === 'absent' ? none(account, fit, any) : notSeen(account, account.avatar.why)
  if (set === null) return cannotSay({ nl: 'Nog niet vergeleken', en: 'Not compared yet' }, notCompared)
  const standing = standingOf(account.avatar.value, fit ?? any, set)
  const isRead = standing !== 'not-compared' && standing !== 'unreadable'
  if (isRead && fit === null && any !== null && any.of > 1) return noneFits(account)
  return judgePicture(account, account.avatar.value, fit, set, words)
}

const words: PictureWords = {
  the: { nl: 'de profielfoto', en: 'the profile picture' },
  minutes: uniformity.minutes.avatar,
  mend: (account, common) => put(account, sourceOf(common)),
}

function put(account: CheckedAccount, source: Text): Text {
  const { width, height } = pictureSizesOf(account.platform).avatar
  return {
    nl: `Zet op ${nameOf(account)} deze profielfoto (${source.nl.toLowerCase()}). Maak hem minstens ${width} × ${height} pixels.`,
    en: `Put this profile picture up on ${nameOf(account)} (${source.en.toLowerCase()}). Make it at least ${width} × ${height} pixels.`,
  }
}

/** Every picture breaks what was agreed about the logo, so there is none yet to take over. */
function noneFits(account: CheckedAccount): Judged {
  const { width, height } = pictureSizesOf(account.platform).avatar
  return {
    outcome: scored(0),
    verdict: { nl: 'De profielfoto past niet bij je afspraak', en: 'The profile picture does not fit your agreement' },
    saw: {
      nl: 'Geen enkele profielfoto houdt zich aan je afspraak over het logo.',
      en: 'Not one profile picture keeps to your agreement about the logo.',
    },
    mend: {
      nl: `Maak één profielfoto die zich aan de afspraak houdt en zet hem op ${nameOf(account)}, minstens ${width} × ${height} pixels.`,
      en: `Make one profile picture that keeps to the agreement and put it up on ${nameOf(account)}, at least ${width} × ${height} pixels.`,
    },
    minutes: uniformity.minutes.avatar,
  }
}

function none(account: CheckedAccount, fit: CommonPicture | null, any: CommonPicture | null): Judged {
  if ((any?.of ?? 0) < 2)
    return doesNotApply(
      { nl: 'Nog niets om mee te vergelijken', en: 'Nothing to compare with yet' },
      {
        nl: 'Geen van je accounts heeft een profielfoto die wij konden vergelijken.',
        en: 'None of your accounts has a profile picture that we could compare.',
      },
    )
  return {
    outcome: scored(0),
    verdict: { nl: 'Nog geen profielfoto', en: 'No profile picture yet' },
    saw: { nl: `Op ${nameOf(account)} staat geen profielfoto.`, en: `On ${nameOf(account)} stands no profile picture.` },
    mend: fit ? words.mend(account, fit) : noneFits(account).mend,
    minutes: uniformity.minutes.avatar,
  }
}

import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { PlatformId } from '../model/platform.ts'
import { type Seen, seen, unseen } from '../model/seen.ts'
import type { LookedVia, Snapshot } from '../model/snapshot.ts'
import type { Text } from '../model/text.ts'
import { activityOf } from '../platforms/activity.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { newId } from '../store/id.ts'
import { looksByHand } from '../store/schema.ts'
import { tell } from './events.ts'
import { pictureType } from './evidence.ts'
import { type AccountRow, findAccount, findAudit } from './find-audit.ts'
import { followIdentity } from './follow-identity.ts'
import { type HandedPage, readHandedPage } from './handed-page.ts'
import { keepEvidence } from './keep-evidence.ts'
import { rejudgeAudit } from './rejudge-audit.ts'
import { readTypedFields, type TypedFields, type TypedProfile } from './typed-profile.ts'

export const maxPageBytes = 20 * 2 ** 20
export const maxScreenshotBytes = 10 * 2 ** 20

export interface CaptureInput {
  readonly auditId: string
  readonly accountId: string
  readonly personId: string | null
  /** `gone`: the platform told the person that there is no such account. */
  readonly found: 'profile' | 'gone'
  /** A page saved from a browser, `.html` or `.mhtml`. */
  readonly page: Uint8Array | null
  /** png, jpeg or webp. */
  readonly screenshot: Uint8Array | null
  readonly fields: TypedFields
}

/**
 * Takes in what a person saw of an account that the machine could not look at. It becomes the account's snapshot in this
 * audit; the machine's own stays beside it.
 * @throws EenlijnError `not-found`; `invalid-input`, `too-large` or `not-accepted` with the field that it is about.
 */
export async function captureByHand(deps: Deps, input: CaptureInput): Promise<Snapshot> {
  const { db } = deps.store
  const account = findAccount(db, findAudit(db, input.auditId), input.accountId)
  const now = deps.now().toISOString()
  if (classifyUrl(account.url).owner === 'person') throw refused('not-accepted', ofPerson, 'page')
  checkSizes(input)
  const typed = readTypedFields(input.fields, now)
  const page = input.page && readHandedPage({ ...account, platform: account.platform as PlatformId }, input.page, now)
  if (input.found === 'profile' && !page && !input.screenshot && !typed.any) throw refused('invalid-input', nothingGiven, 'page')
  const kept = {
    picture: page?.picture ? await deps.blobs.put(page.picture) : null,
    banner: page?.banner ? await deps.blobs.put(page.banner) : null,
    screenshot: input.screenshot ? await deps.blobs.put(input.screenshot) : null,
  }
  const snapshot = input.found === 'gone' ? goneSnapshot(account, kept, now) : snapshotOf(account, page, typed, kept, now)
  deps.store.transact((tx) => {
    const { auditId, personId } = input
    const accountId = followIdentity(tx, { auditId, accountId: input.accountId, snapshot, now })
    tx.insert(looksByHand).values({ id: newId(), auditId, accountId, personId, at: now, body: snapshot }).run()
    for (const digest of Object.values(kept)) if (digest) keepEvidence({ tx, deps, auditId, now }, digest, 'picture')
    rejudgeAudit(tx, auditId)
    const { platform, handle } = account
    tell(tx, auditId, { kind: 'look', data: { accountId, platform, handle, state: snapshot.state } }, now)
  })
  deps.bell.ring(input.auditId)
  return snapshot
}

function checkSizes({ page, screenshot }: CaptureInput): void {
  if (page && page.length > maxPageBytes) throw refused('too-large', pageTooLarge, 'page')
  if (!screenshot) return
  if (screenshot.length > maxScreenshotBytes) throw refused('too-large', screenshotTooLarge, 'screenshot')
  if (!['image/png', 'image/jpeg', 'image/webp'].includes(pictureType(screenshot)))
    throw refused('not-accepted', noScreenshot, 'screenshot')
}

interface Kept {
  readonly picture: string | null
  readonly banner: string | null
  readonly screenshot: string | null
}

/** Where a typed value is from, as the sources of a page are named. */
const byPerson = 'typed'

function snapshotOf(account: AccountRow, page: HandedPage | null, typed: TypedProfile, kept: Kept, now: string): Snapshot {
  const read = page?.reading
  const notTold = unseen('not-offered')
  const or = <T>(value: T | null, otherwise: Seen<T> | undefined): Seen<T> =>
    value !== null ? seen(value, byPerson) : (otherwise ?? notTold)
  const lastPost = or(typed.lastPost, read?.lastPost)
  const via: LookedVia = page ? 'saved-page' : typed.any ? 'typed' : 'screenshot'
  return {
    ...base(account, kept, now),
    state: 'captured',
    wall: null,
    displayName: or(typed.name, read?.displayName),
    description: or(typed.description, read?.description),
    picture: pictureOf(typed, kept.picture, read?.picture),
    website: or(typed.website, read?.website),
    handle: read?.handle ?? seen(account.handle, 'address'),
    permanentId: read?.permanentId ?? notTold,
    banner: kept.banner ? seen(kept.banner, 'saved page') : (read?.banner ?? notTold),
    verified: read?.verified ?? notTold,
    category: read?.category ?? notTold,
    language: read?.language ?? notTold,
    lastPost,
    followers: read?.followers ?? notTold,
    linksBack: typed.website !== null && !read?.linksBack.seen ? seen([typed.website], byPerson) : (read?.linksBack ?? notTold),
    activity: activityOf(lastPost, now),
    via,
  }
}

/** "There is a picture" is seen by the person, but its bytes are not here. */
function pictureOf({ hasPicture }: TypedProfile, kept: string | null, read: Seen<string> | undefined): Seen<string> {
  if (kept) return seen(kept, 'saved page')
  if (hasPicture !== null) return unseen(hasPicture ? 'unreadable' : 'absent')
  return read ?? unseen('not-offered')
}

function goneSnapshot(account: AccountRow, kept: Kept, now: string): Snapshot {
  const absent = unseen('absent')
  return {
    ...base(account, kept, now),
    state: 'gone',
    wall: 'not-found',
    displayName: absent,
    description: absent,
    picture: absent,
    website: absent,
    activity: 'unknown',
    via: kept.screenshot ? 'screenshot' : 'typed',
  }
}

const base = (account: AccountRow, kept: Kept, now: string) => ({
  key: account.key,
  url: account.url,
  httpStatus: null,
  takenAt: now,
  record: null,
  seenBy: 'person' as const,
  ...(kept.screenshot ? { screenshot: kept.screenshot } : {}),
})

const refused = (code: 'invalid-input' | 'too-large' | 'not-accepted', text: Text, field: string) => new EenlijnError(code, text, { field })

const nothingGiven: Text = {
  nl: 'Geef ons iets van wat je zag: een opgeslagen pagina, een schermafbeelding of een ingevuld veld.',
  en: 'Give us something of what you saw: a saved page, a picture of the screen or a field filled in.',
}
const ofPerson: Text = {
  nl: 'Dit is het profiel van een persoon. Daarvan bewaren wij hier niets.',
  en: 'This is a person’s profile. We keep nothing of it here.',
}
const pageTooLarge: Text = {
  nl: 'Deze pagina is te groot: 20 MB is het meeste. Maak een schermafbeelding, of vul de velden in.',
  en: 'This page is too large: 20 MB is the most. Take a picture of the screen, or fill in the fields.',
}
const screenshotTooLarge: Text = {
  nl: 'Deze schermafbeelding is te groot: 10 MB is het meeste. Knip alleen het bovenste deel van het profiel uit.',
  en: 'This picture of the screen is too large: 10 MB is the most. Cut out only the top of the profile.',
}
const noScreenshot: Text = {
  nl: 'Dit is geen schermafbeelding die wij kunnen lezen. Kies een bestand dat eindigt op .png, .jpg of .webp.',
  en: 'This is no picture that we can read. Choose a file that ends in .png, .jpg or .webp.',
}

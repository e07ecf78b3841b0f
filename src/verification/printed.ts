import type { Candidate, Verdict } from '../model/candidate.ts'
import type { PrintedAccountItem, PrintedAddress, PrintedNote, PrintRoute } from '../model/print-item.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Text } from '../model/text.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { platform as platformById } from '../platforms/index.ts'

export interface PrintedItem {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly route: PrintRoute
  readonly accounts: readonly PrintedAccountItem[]
  readonly addresses: readonly PrintedAddress[]
}

export interface PrintedCandidate extends Pick<Candidate, 'key' | 'platform' | 'handle' | 'closed' | 'foundVia'> {
  readonly accountId: string
  /** A person's decision where there is one, else the verdict. */
  readonly standing: Verdict
  readonly snapshot: Snapshot | null
  /** Names that it bore before, told by the platform's own number for it; without `renamed` a second address of today. */
  readonly formerNames?: readonly { readonly url: string; readonly renamed: boolean }[]
  /** When another account was seen under its name. */
  readonly takenOverAt?: string | null
}

/**
 * What the organisation's own print says that no longer holds: an account that is gone, renamed, on a closed platform,
 * somebody else's, or another one than the site gives; a page that no longer exists. What could not be looked at gives no
 * note, and neither does a clipping: a paper's words are not the organisation's to mend.
 */
export function printedNotes(items: readonly PrintedItem[], candidates: readonly PrintedCandidate[]): PrintedNote[] {
  return items
    .filter(({ route }) => route === 'print')
    .flatMap((item) => [
      ...item.accounts.flatMap((account) => {
        const candidate = candidates.find(({ key }) => key === account.key) ?? candidates.find((one) => bore(one, account.key))
        const said = candidate ? noteOn(candidate, candidates, account) : null
        return candidate && said ? [{ ...about(item), ...said, accountId: candidate.accountId, crop: account.crop }] : []
      }),
      ...item.addresses.flatMap((address) =>
        address.state === 'dead' ? [{ ...about(item), ...deadAddress(address), accountId: null, crop: address.crop }] : [],
      ),
    ])
}

const about = (item: PrintedItem) => ({ itemId: item.id, item: item.title || item.name })

type Said = Pick<PrintedNote, 'kind' | 'verdict' | 'saw' | 'mend'>

/** Whether an account had this name until it took another. */
const bore = ({ formerNames = [] }: PrintedCandidate, key: string | null): boolean =>
  formerNames.some(({ url, renamed: isRenamed }) => isRenamed && classifyUrl(url).key === key)

function noteOn(candidate: PrintedCandidate, all: readonly PrintedCandidate[], printed: PrintedAccountItem): Said | null {
  const { name } = platformById(candidate.platform)
  const { handle, snapshot, standing } = candidate
  if (candidate.key !== printed.key) return { kind: 'renamed', ...renamed(printed.handle, handle, name), mend: printInstead(handle) }
  const inUse = all.filter((other) => other.platform === candidate.platform && other.key !== candidate.key && isInUse(other))
  const mend = mendFor(candidate, inUse[0])
  if (candidate.closed || snapshot?.wall === 'closed-platform') return { kind: 'closed', ...closed(handle, name), mend }
  if (candidate.takenOverAt) return { kind: 'not-ours', ...takenOver(handle, name), mend }
  if (standing === 'not-ours') return { kind: 'not-ours', ...notOurs(handle, name), mend }
  if (snapshot?.wall === 'moved') return { kind: 'renamed', ...moved(handle, name), mend }
  if (snapshot?.state === 'gone') return { kind: 'gone', ...gone(handle, name, snapshot.wall === 'suspended'), mend }
  const now = nameNow(candidate)
  if (now !== null) return { kind: 'renamed', ...renamed(handle, now, name), mend: printInstead(now) }
  const [onSite] = inUse.filter((other) => other.foundVia.some(({ route }) => route === 'website'))
  if (standing === 'ours' || !onSite) return null
  return { kind: 'other-name', ...otherName(handle, onSite.handle, name), mend }
}

/** An account that a printed one can be replaced by. */
const isInUse = ({ standing, snapshot, closed }: PrintedCandidate): boolean => standing === 'ours' && !closed && snapshot?.state !== 'gone'

/** The name that the account's own page gives, where it is another one. */
function nameNow({ handle, snapshot }: PrintedCandidate): string | null {
  if (snapshot?.state !== 'captured' || !snapshot.handle?.seen) return null
  return bare(snapshot.handle.value) === bare(handle) ? null : snapshot.handle.value
}

const bare = (handle: string): string => (handle.split('/').at(-1) ?? handle).replace(/^@/, '').toLowerCase()

const mendFor = ({ closed, snapshot }: PrintedCandidate, other: PrintedCandidate | undefined): Text => {
  if (other) return printInstead(other.handle)
  const isGone = closed || snapshot?.state === 'gone'
  return isGone ? takeOff : checkIt
}

const printInstead = (handle: string): Text => ({
  nl: `Zet bij de volgende druk ‘${handle}’ op het drukwerk, en haal wat er nu hangt weg of plak er een sticker over.`,
  en: `Print ‘${handle}’ next time, and take down what hangs there now or put a sticker over it.`,
})
const takeOff: Text = {
  nl: 'Laat dit account weg bij de volgende druk. Heb je een nieuw account? Zet dan dat erop.',
  en: 'Leave this account out next time. Do you have a new account? Then print that one.',
}
const checkIt: Text = {
  nl: 'Kijk of de naam goed gedrukt is. Staat er een fout in, verbeter hem dan bij de volgende druk.',
  en: 'Check whether the name is printed right. If it is wrong, mend it next time.',
}

const closed = (handle: string, platform: string) => ({
  verdict: {
    nl: `‘${handle}’ staat er nog op, en ${platform} bestaat niet meer`,
    en: `‘${handle}’ is still on it, and ${platform} no longer exists`,
  },
  saw: {
    nl: `${platform} is gesloten. Wie de naam intypt, vindt niets.`,
    en: `${platform} has closed. Whoever types the name finds nothing.`,
  },
})
const notOurs = (handle: string, platform: string) => ({
  verdict: {
    nl: `‘${handle}’ op ${platform} staat erop, en is niet van jullie`,
    en: `‘${handle}’ on ${platform} is on it, and is not yours`,
  },
  saw: {
    nl: 'Er is gezegd dat dit account van een ander is. Lezers komen daar terecht.',
    en: 'This account was said to be somebody else’s. Readers end up there.',
  },
})
const takenOver = (handle: string, platform: string) => ({
  verdict: { nl: `‘${handle}’ op ${platform} is nu van een ander`, en: `‘${handle}’ on ${platform} is somebody else’s now` },
  saw: {
    nl: 'Onder deze naam staat nu een ander account dan eerst. Lezers komen daar terecht.',
    en: 'Another account than before bears this name now. Readers end up there.',
  },
})
const moved = (handle: string, platform: string) => ({
  verdict: { nl: `‘${handle}’ op ${platform} is verhuisd`, en: `‘${handle}’ on ${platform} has moved` },
  saw: { nl: 'Het platform verwijst naar een ander account.', en: 'The platform points to another account.' },
})
const gone = (handle: string, platform: string, isSuspended: boolean) => ({
  verdict: {
    nl: `‘${handle}’ op ${platform} staat er nog op, en ${isSuspended ? 'is geblokkeerd' : 'bestaat niet (meer)'}`,
    en: `‘${handle}’ on ${platform} is still on it, and ${isSuspended ? 'is suspended' : 'does not exist (any more)'}`,
  },
  saw: {
    nl: isSuspended ? 'Het platform zegt dat het account geblokkeerd is.' : 'Het platform zegt dat er geen account met deze naam is.',
    en: isSuspended ? 'The platform says that the account is suspended.' : 'The platform says that there is no account of this name.',
  },
})
const renamed = (handle: string, now: string, platform: string) => ({
  verdict: { nl: `‘${handle}’ op ${platform} heet nu ‘${now}’`, en: `‘${handle}’ on ${platform} is now called ‘${now}’` },
  saw: {
    nl: 'Het profiel zelf geeft de nieuwe naam. De oude kan een ander in gebruik nemen.',
    en: 'The profile itself gives the new name. Somebody else may take the old one.',
  },
})
const otherName = (handle: string, onSite: string, platform: string) => ({
  verdict: {
    nl: `Op ${platform} noemt het drukwerk ‘${handle}’, en jullie site ‘${onSite}’`,
    en: `On ${platform} the print names ‘${handle}’, and your site ‘${onSite}’`,
  },
  saw: {
    nl: 'Dit zijn twee accounts. Van dat op het drukwerk is niet gezegd dat het van jullie is.',
    en: 'These are two accounts. Of the one on the print nobody has said that it is yours.',
  },
})

const deadAddress = ({ url, why }: PrintedAddress): Said => ({
  kind: 'dead-address',
  verdict: { nl: `${url.slice(0, 120)} staat erop, en doet het niet meer`, en: `${url.slice(0, 120)} is on it, and no longer works` },
  saw: why ?? { nl: 'De pagina is er niet meer.', en: 'The page is no longer there.' },
  mend: {
    nl: 'Laat het oude adres doorverwijzen naar een pagina die er wel is. Dan klopt ook wat al gedrukt is.',
    en: 'Let the old address lead on to a page that does exist. Then what is printed already holds too.',
  },
})

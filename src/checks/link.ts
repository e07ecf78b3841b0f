import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import { type Check, type CheckedAccount, type CheckInput, isVisible } from './check.ts'
import { agreed, byDefault, normOf, whyBy } from './norm.ts'
import { leadsHome } from './own-links.ts'
import { doesNotApply, type Judged, nameOf, notSeen, scored } from './unseen.ts'

const id = 'link'

export const link: Check = {
  id,
  part: 'text',
  field: 'website',
  norms: ['agreed', 'default'],
  title: { nl: 'Een link naar je eigen website', en: 'A link to your own website' },
  description: {
    nl: 'Wij kijken of elk profiel naar je eigen website leidt, of naar de pagina die je afsprak.',
    en: 'We look whether each profile leads to your own website, or to the page that you agreed.',
  },
  appliesTo: isVisible,
  run: (input) => input.accounts.map((account) => findingOf(account, input)),
}

const reason: Text = {
  nl: 'Een link naar je eigen website bewijst dat het account van jou is. En mensen vinden er meer.',
  en: 'A link to your own website proves that the account is yours. And people find more there.',
}

function findingOf(account: CheckedAccount, input: CheckInput): Finding {
  const { link: wanted, passage } = input.houseStyle.description
  const norm = wanted === null ? byDefault : agreed(passage)
  return {
    check: id,
    subject: account.key,
    why: whyBy(norm, reason),
    norm: normOf(norm),
    evidence: addressesOf(account)
      .slice(0, 10)
      .map((value) => ({ label: nameOf(account), value })),
    ...judge(account, input, wanted),
  }
}

const addressesOf = ({ website, linksBack }: CheckedAccount): string[] => [
  ...new Set([...(website.seen ? [website.value] : []), ...(linksBack.seen ? linksBack.value : [])]),
]

function judge(account: CheckedAccount, { organisation }: CheckInput, wanted: string | null): Judged {
  const home = wanted ?? organisation.website
  const on = nameOf(account)
  if (home === null)
    return doesNotApply(
      { nl: 'Geen website bekend', en: 'No website known' },
      { nl: 'Wij weten niet wat de website van je organisatie is.', en: 'We do not know what your organisation’s website is.' },
    )
  const addresses = addressesOf(account)
  const hit = addresses.find((address) => leadsHome(address, organisation, wanted))
  if (hit !== undefined)
    return {
      outcome: scored(1),
      verdict: { nl: 'Leidt naar je eigen website', en: 'Leads to your own website' },
      saw: { nl: `Op ${on} staat een link naar ${hit}.`, en: `On ${on} stands a link to ${hit}.` },
      mend: null,
      minutes: null,
    }
  const { website, linksBack } = account
  // One of the two that shows no link of ours says so only when it was read.
  if (!website.seen && !linksBack.seen && website.why !== 'absent' && linksBack.why !== 'absent') return notSeen(account, website.why)
  return {
    outcome: scored(0),
    verdict: addresses.length > 0 ? { nl: 'Leidt ergens anders heen', en: 'Leads elsewhere' } : { nl: 'Nog geen link', en: 'No link yet' },
    saw:
      addresses.length > 0
        ? { nl: `Op ${on} staat een link naar ${addresses[0]}.`, en: `On ${on} stands a link to ${addresses[0]}.` }
        : { nl: `Op ${on} staat geen link.`, en: `On ${on} stands no link.` },
    mend: { nl: `Zet in het profiel op ${on} deze link: ${home}`, en: `Put this link in the profile on ${on}: ${home}` },
    minutes: uniformity.minutes.website,
  }
}

import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { Organisation } from '../model/organisation.ts'
import type { Text } from '../model/text.ts'
import { ownWords } from '../naming/build.ts'
import { type Check, type CheckedAccount, type CheckInput, isVisible } from './check.ts'
import { agreed, byDefault, normOf, whyBy } from './norm.ts'
import { domainOf } from './own-links.ts'
import { type Judged, nameOf, notSeen, scored } from './unseen.ts'

const id = 'description'

export const description: Check = {
  id,
  part: 'text',
  field: 'description',
  norms: ['agreed', 'default'],
  title: { nl: 'De omschrijving', en: 'The description' },
  description: {
    nl: 'Wij kijken of in de omschrijving staat wat je afsprak. Is er niets afgesproken, dan zoeken wij de naam van je organisatie.',
    en: 'We look whether the description says what you agreed. Where nothing is agreed, we look for your organisation’s name.',
  },
  appliesTo: isVisible,
  run: (input) => input.accounts.map((account) => findingOf(account, input)),
}

const reason: Text = {
  nl: 'De omschrijving zegt van wie het account is. Wie je nog niet kent, leest dat daar.',
  en: 'The description says whose account it is. Whoever does not know you yet reads it there.',
}

function findingOf(account: CheckedAccount, input: CheckInput): Finding {
  const { words, passage } = input.houseStyle.description
  const norm = words.length === 0 ? byDefault : agreed(passage)
  const said = account.description
  return {
    check: id,
    subject: account.key,
    why: whyBy(norm, reason),
    norm: normOf(norm),
    evidence: said.seen ? [{ label: nameOf(account), value: said.value.slice(0, 500) }] : [],
    ...judge(account, input),
  }
}

/** Without capitals and signs above letters, words apart by one space. */
const plain = (text: string) =>
  ` ${text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

const holds = (text: string, phrase: string) => plain(text).includes(plain(phrase))

/** The organisation by any of its names, written together as in a hashtag, or by its domain. */
export function namesOrganisation(text: string, { name, aliases, website, country, wikidataId }: Organisation): boolean {
  if ([name, ...aliases].some((one) => plain(one).trim() !== '' && holds(text, one))) return true
  const joined = plain(text).replaceAll(' ', '')
  const own = ownWords({ name: '', aliases: [], website, country, wikidataId }).filter((word) => word.length > 4)
  const whole = [name, ...aliases].map((one) => plain(one).replaceAll(' ', '')).filter((one) => one.length > 6)
  const domain = website === null ? null : domainOf(website)
  return [...own, ...whole].some((word) => joined.includes(word)) || (domain !== null && text.toLowerCase().includes(domain))
}

function judge(account: CheckedAccount, { organisation, houseStyle }: CheckInput): Judged {
  const { words } = houseStyle.description
  const said = account.description
  if (!said.seen && said.why !== 'absent') return notSeen(account, said.why)
  const text = said.seen ? said.value : ''
  const on = nameOf(account)
  const wanted = words.length > 0 ? words : [organisation.name]
  const missing = words.length > 0 ? words.filter((word) => !holds(text, word)) : namesOrganisation(text, organisation) ? [] : wanted
  const value = (wanted.length - missing.length) / wanted.length
  if (missing.length === 0)
    return {
      outcome: scored(1),
      verdict: { nl: 'Zegt van wie het account is', en: 'Says whose account it is' },
      saw: { nl: `Op ${on} staat: ‘${short(text)}’`, en: `On ${on} it says: ‘${short(text)}’` },
      mend: null,
      minutes: null,
    }
  const asked = missing.map((word) => `‘${word}’`).join(', ')
  return {
    outcome: scored(value),
    verdict:
      text === '' ? { nl: 'Nog geen omschrijving', en: 'No description yet' } : { nl: 'Er ontbreekt iets', en: 'Something is missing' },
    saw:
      text === ''
        ? { nl: `Op ${on} staat geen omschrijving.`, en: `On ${on} stands no description.` }
        : {
            nl: `Op ${on} staat: ‘${short(text)}’ Daarin missen wij ${asked}.`,
            en: `On ${on} it says: ‘${short(text)}’ We miss ${asked} in it.`,
          },
    mend: { nl: `Zet in de omschrijving op ${on}: ${asked}.`, en: `Put in the description on ${on}: ${asked}.` },
    minutes: uniformity.minutes.description,
  }
}

const short = (text: string) => (text.length > 160 ? `${text.slice(0, 157)}…` : text)

import type { Candidate } from '../model/candidate.ts'
import type { PageReading } from '../model/mention.ts'
import type { Organisation } from '../model/organisation.ts'
import type { SiteFacts } from '../model/site-facts.ts'
import { siteFactsOf } from './contacts.ts'
import { isPersonName, judgeSite } from './judge-site.ts'
import type { SiteBelongs } from './merge-claims.ts'
import { siteBelongsTo } from './site-belongs-to.ts'

/** What the pages of a website come to. */
export interface WebsiteJudgement {
  /** Surest first; profiles of people among them, of kind `person`. */
  readonly candidates: readonly Candidate[]
  /** Those that are nobody's own: all that may be kept without a basis for the team. */
  readonly withoutPeople: readonly Candidate[]
  /** Distinct profiles of people; `null` when no page could be looked at. */
  readonly peopleCounted: number | null
  /** Pages that link to profiles of people or name people as their authors; their evidence is kept for a shorter time. */
  readonly pagesOfPeople: readonly PageReading[]
  readonly siteBelongs: SiteBelongs
  readonly facts: SiteFacts
}

/** Says whose the accounts are that a website names, whose the website itself is, and how it can be reached. */
export function judgeWebsite(input: { readonly pages: readonly PageReading[]; readonly organisation: Organisation }): WebsiteJudgement {
  const { pages, organisation } = input
  const { candidates, people } = judgeSite(input)
  return {
    candidates,
    withoutPeople: candidates.filter(({ kind }) => kind !== 'person'),
    pagesOfPeople: pages.filter(tellsOfPeople),
    peopleCounted: pages.length === 0 ? null : people,
    siteBelongs: pages.length === 0 ? 'not-judged' : siteBelongsTo(organisation, pages).verdict,
    facts: siteFactsOf(pages),
  }
}

const tellsOfPeople = ({ authors, siteNames, mentions }: PageReading): boolean =>
  authors.some((name) => isPersonName(name) && !siteNames.includes(name)) ||
  mentions.some(({ address, entity }) => address.owner === 'person' || entity === 'person')

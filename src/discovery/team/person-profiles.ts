import { isProfessional, type TeamProfile } from '../../model/team.ts'
import { classifyUrl } from '../../platforms/classify.ts'
import { type PageNode, within } from './page-tree.ts'

const mostProfiles = 10

/** Professional profiles that some elements link to: accounts that can be a person's. */
export function profilesIn(nodes: readonly PageNode[], base: string): TeamProfile[] {
  const found = new Map<string, TeamProfile>()
  for (const { name, attributes } of within(nodes)) {
    if (name !== 'a' || attributes.href === undefined || found.size >= mostProfiles) continue
    const profile = profileOf(attributes.href, base, attributes)
    if (profile !== null && !found.has(profile.key)) found.set(profile.key, profile)
  }
  return [...found.values()]
}

/** A professional profile by its address; `null` for anything else, an organisation's page among them. */
export function profileOf(
  href: string,
  base: string,
  { rel = '', class: classes = '', title = '' }: PageNode['attributes'] = {},
): TeamProfile | null {
  const fediverse = /(?:^|\s)me(?:\s|$)/.test(rel) || /mastodon|fediverse/i.test(`${classes} ${title}`)
  const { kind, platform, handle, key, url, owner } = classifyUrl(href, { base, fediverse })
  if (kind !== 'account' || platform === null || handle === null || key === null || url === null) return null
  if (owner === 'organisation' || !isProfessional(platform)) return null
  return { platform, handle, key, url, quote: href.slice(0, 300) }
}

import type { Snapshot } from '../../model/snapshot.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink, sayAddress } from './external-link.tsx'

/** What else the profile said, of what was seen: the website, the last post and how many follow on this platform. */
export const ProfileFacts = ({ ui, snapshot }: { ui: Ui; snapshot: Snapshot }) => {
  const { facts } = ui.t.capture
  const { website, lastPost, activity, followers } = snapshot
  const lines = [
    lastPost?.seen ? facts.lastPost(ui.date(lastPost.value), facts.activity[activity ?? 'unknown']) : null,
    followers?.seen ? facts.followers(followers.value, ui.number(followers.value)) : null,
  ].filter((line) => line !== null)
  if (!website.seen && lines.length === 0) return null
  return (
    <p class="aside">
      {website.seen ? <ExternalLink ui={ui} href={website.value} text={sayAddress(website.value)} /> : null}
      {website.seen && lines.length > 0 ? ' · ' : ''}
      {lines.join(' · ')}
    </p>
  )
}

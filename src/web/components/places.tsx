import type { FoundVia } from '../../model/candidate.ts'
import { searchRank } from '../../report/search-rank.ts'
import { routeWords, zoneWords } from '../../report/words.ts'
import type { CandidateView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink } from './external-link.tsx'
import { Marked, PrintedPlace } from './print-place.tsx'
import { sourceWords } from './source-words.ts'

interface PlacesProps {
  readonly ui: Ui
  readonly auditId: string
  readonly account: Pick<CandidateView, 'handle' | 'foundVia' | 'furtherPlaces'>
}

/** Every place where an account was found, with what stood there. */
export const Places = ({ ui, auditId, account }: PlacesProps) => (
  <>
    <ol class="places">
      {account.foundVia.map((via) => (
        <li>
          <Place ui={ui} auditId={auditId} via={via} handle={account.handle} />
        </li>
      ))}
    </ol>
    {account.furtherPlaces > 0 ? <p class="aside">{ui.t.accounts.further(account.furtherPlaces)}</p> : null}
  </>
)

const Place = ({ ui, auditId, via, handle }: { ui: Ui; auditId: string; via: FoundVia; handle: string }) => {
  const zone = ui.text(zoneWords[via.zone])
  const typed = via.route === 'pasted'
  const found = searchRank(via)
  return (
    <>
      <p>
        <strong>{ui.text(routeWords[via.route])}</strong>
        {via.page ? (
          <>
            {': '}
            <ExternalLink ui={ui} href={via.page} text={via.pageTitle.trim() || via.page} />
          </>
        ) : via.pageTitle ? (
          `: ${via.pageTitle}`
        ) : null}
        {zone && !typed ? `, ${zone}` : ''}
      </p>
      {found ? <p>{ui.t.routes.rank(found.rank, found.query)}</p> : null}
      <PrintedPlace ui={ui} auditId={auditId} via={via} handle={handle} />
      {via.quote ? (
        <blockquote>
          <Marked text={via.quote} word={handle} label={via.route === 'press' ? via.label : ''} />
        </blockquote>
      ) : null}
      <p class="aside">
        {typed || via.crop ? '' : `${ui.text(sourceWords[via.source])}, `}
        <time datetime={via.seenAt}>{ui.t.accounts.seenOn(ui.date(via.seenAt))}</time>
        {via.record ? (
          <>
            {' · '}
            <a href={`${ui.to(`/audits/${auditId}/evidence/${via.record}`)}?q=${encodeURIComponent(via.quote)}`}>{ui.t.accounts.kept}</a>
          </>
        ) : null}
      </p>
    </>
  )
}

/** The most telling place in one line, for where there is no room for all. */
export const firstPlace = (ui: Ui, account: Pick<CandidateView, 'foundVia'>): string => {
  const via = account.foundVia[0]
  if (!via) return ''
  const zone = ui.text(zoneWords[via.zone])
  const host = via.page && URL.canParse(via.page) ? new URL(via.page).hostname.replace(/^www\./, '') : ui.text(routeWords[via.route])
  return zone && via.page ? `${host}, ${zone}` : host
}

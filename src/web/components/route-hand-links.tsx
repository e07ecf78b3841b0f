import { platformName } from '../../report/platform-name.ts'
import type { HandGroup, RouteRow } from '../../services/route-views.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink } from './external-link.tsx'
import { Mark } from './platform.tsx'

/** What a person can open, folded by platform: a question a line, with every place where it can be put. */
export const RouteHandLinks = ({ ui, row: { byHand, report, route } }: { ui: Ui; row: RouteRow }) => {
  // Where everything was looked at, looking again by hand is for whoever wants to.
  if (byHand.length === 0 || report?.state === 'running') return null
  const { routes } = ui.t
  const links = byHand.reduce((sum, { questions }) => sum + questions.length, 0)
  return (
    <details class="hand-links">
      <summary>
        {route === 'handle-guess' ? routes.names : routes.search} <span class="aside">({routes.questions(links)})</span>
      </summary>
      {byHand.map((group) => (
        <Group ui={ui} group={group} />
      ))}
    </details>
  )
}

const Group = ({ ui, group: { platform, questions, more } }: { ui: Ui; group: HandGroup }) => (
  <details>
    <summary>
      {platform === null ? null : <Mark platform={platform} />} {platform === null ? ui.t.routes.locations : platformName(platform)}{' '}
      <span class="aside">({questions.length + more})</span>
    </summary>
    <ul class="hand-questions">
      {questions.map(({ question, links }) =>
        links.length === 1 && links[0] ? (
          <li>
            <ExternalLink ui={ui} href={links[0].url} text={question} />
          </li>
        ) : (
          <li>
            <span>{question}</span>
            <span class="engines">
              {links.map(({ name, url }) => (
                <ExternalLink ui={ui} href={url} text={name} />
              ))}
            </span>
          </li>
        ),
      )}
    </ul>
    {more > 0 ? <p class="aside">{ui.t.routes.more(more)}</p> : null}
  </details>
)

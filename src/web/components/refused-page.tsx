import type { Problem } from '../problem.ts'
import type { Ui } from '../ui.ts'
import { PublicPage } from './public-page.tsx'

/** For a request that is turned away at the door: nothing of what is inside, not even the version. */
export const RefusedPage = ({ ui, problem }: { ui: Ui; problem: Problem }) => (
  <PublicPage ui={ui} title={problem.title} framed>
    <p class="site-header">
      <span class="wordmark">{ui.t.site.name}</span>
    </p>
    <h1>{problem.title}</h1>
    <p class="lead">{problem.detail}</p>
    {problem.code === 'other-site' ? (
      <p>
        <a class="button" href={ui.to('/')}>
          {ui.t.problems.home}
        </a>
      </p>
    ) : null}
  </PublicPage>
)

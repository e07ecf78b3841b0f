import type { Ui } from '../ui.ts'
import { Layout } from './layout.tsx'

/** Says what is the matter and what to do, in the reader's language. */
export const ProblemPage = ({ ui, title, text }: { ui: Ui; title: string; text: string }) => (
  <Layout ui={ui} title={title}>
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p>
      <a class="button" href={ui.to('/')}>
        {ui.t.problems.home}
      </a>
    </p>
  </Layout>
)

import { Hono } from 'hono'
import { Layout } from '../components/layout.tsx'
import { ShortcutList } from '../components/shortcuts.tsx'
import { renderPage } from '../respond.ts'
import type { Ui, WebEnv } from '../ui.ts'
import { aboutText } from './about-text.ts'

export const aboutPages = () => new Hono<WebEnv>().get('/uitleg', (c) => renderPage(c, <AboutPage ui={c.var.ui} />))

/** What the product does, what its words mean, and what it keeps. */
const AboutPage = ({ ui }: { ui: Ui }) => {
  const { keys, site } = ui.t
  return (
    <Layout ui={ui} title={site.about}>
      <h1>{site.about}</h1>
      <p class="lead">{ui.text(aboutText.lead)}</p>
      {aboutText.sections.map((section) => (
        <section>
          <h2>{ui.text(section.title)}</h2>
          <ul>
            {section.items.map((item) => (
              <li>{ui.text(item)}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2 id="keys">{keys.title}</h2>
        <ShortcutList ui={ui} />
      </section>
    </Layout>
  )
}

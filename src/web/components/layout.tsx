import type { Child } from 'hono/jsx'
import { locales } from '../../model/text.ts'
import type { Ui } from '../ui.ts'
import { Shortcuts } from './shortcuts.tsx'

interface LayoutProps {
  readonly ui: Ui
  readonly title: string
  /** Scripts of this page, from `public/`. Every page works without them. */
  readonly scripts?: readonly string[]
  /** Style sheets of this page, from `public/`. */
  readonly styles?: readonly string[]
  readonly children?: Child
}

/** The whole page around its content. */
export const Layout = ({ ui, title, scripts = [], styles = [], children }: LayoutProps) => (
  <html lang={ui.locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · ${ui.t.site.name}`}</title>
      <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
      {['house.css', 'forms.css', 'parts.css', ...styles].map((sheet) => (
        <link rel="stylesheet" href={`/assets/${sheet}`} />
      ))}
      {['keys.js', ...scripts].map((script) => (
        <script type="module" src={`/assets/${script}`}></script>
      ))}
    </head>
    <body>
      <a class="skip" href="#main">
        {ui.t.site.skip}
      </a>
      <SiteHeader ui={ui} />
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <footer class="site-footer">
        <p>
          <strong>{ui.t.site.name}</strong> {ui.t.site.version(ui.version)}. {ui.t.site.promise}
        </p>
      </footer>
      <Shortcuts ui={ui} />
    </body>
  </html>
)

const SiteHeader = ({ ui }: { ui: Ui }) => {
  const other = locales.find((locale) => locale !== ui.locale) ?? ui.locale
  return (
    <header class="site-header">
      <a class="wordmark" href={ui.to('/')}>
        {ui.t.site.name}
      </a>
      <nav aria-label={ui.t.site.menu}>
        <a href={ui.to('/')}>{ui.t.site.audits}</a>
        <a href={ui.to('/uitleg')}>{ui.t.site.about}</a>
        <a href={`/language/${other}?to=${encodeURIComponent(ui.path)}`} lang={other} hreflang={other}>
          {ui.t.site.otherLanguage}
        </a>
        <a class="keys-link" href={`${ui.to('/uitleg')}#keys`} data-opens="shortcuts" aria-label={ui.t.site.shortcuts}>
          ?
        </a>
      </nav>
    </header>
  )
}

import type { Child } from 'hono/jsx'
import { locales } from '../../model/text.ts'
import type { Ui } from '../ui.ts'

interface PublicPageProps {
  readonly ui: Ui
  readonly title: string
  readonly footer?: string
  /** A feed that belongs to the page. */
  readonly feed?: string
  /** In a frame on somebody else's page: without head and foot. */
  readonly framed?: boolean
  readonly children?: Child
}

/** A page for anybody: no menu of what is inside, no script, no cookie. Its other language is an address of its own. */
export const PublicPage = ({ ui, title, footer, feed, framed = false, children }: PublicPageProps) => {
  const other = locales.find((locale) => locale !== ui.locale) ?? ui.locale
  return (
    <html lang={ui.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${ui.t.site.name}`}</title>
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
        {['house.css', 'forms.css', 'parts.css', 'news.css'].map((sheet) => (
          <link rel="stylesheet" href={`/assets/${sheet}`} />
        ))}
        {feed ? <link rel="alternate" type="application/atom+xml" href={feed} /> : null}
      </head>
      <body>
        {framed ? null : (
          <>
            <a class="skip" href="#main">
              {ui.t.site.skip}
            </a>
            <header class="site-header">
              <span class="wordmark">{ui.t.site.name}</span>
              <a href={`/${other}${ui.path}`} lang={other} hreflang={other}>
                {ui.t.site.otherLanguage}
              </a>
            </header>
          </>
        )}
        <main id="main" tabindex={-1}>
          {children}
        </main>
        {footer && !framed ? (
          <footer class="site-footer">
            <p>{footer}</p>
          </footer>
        ) : null}
      </body>
    </html>
  )
}

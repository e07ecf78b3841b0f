import { type Context, type Handler, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { type Locale, locales, type Text } from '../model/text.ts'
import { handInLimits } from '../print/limits.ts'
import { assets } from './assets.ts'
import { ProblemPage } from './components/problem-page.tsx'
import { RefusedPage } from './components/refused-page.tsx'
import { keepAnswers } from './kept-answers.ts'
import { homePages } from './pages/home.tsx'
import { problemOf, problemResponse } from './problem.ts'
import { renderPage } from './respond.ts'
import { originGuard, securityHeaders } from './security.ts'
import { createUi, isLocale, localeCookie, preferredLocale, type WebEnv } from './ui.ts'

/** A hundred pasted lines fit many times. */
const maxFormBytes = 256 * 1024
/** The form that starts an audit may bring a web archive; a larger one goes through the API or the command. */
const maxStartBytes = 100 * 2 ** 20
/** A logo and a banner together. */
const maxHouseStyleBytes = 11 * 2 ** 20
/** A saved page of results, and what was pasted beside it. */
const maxResultsBytes = 12 * 2 ** 20
/** A list of a thousand organisations, however its signs are written; the page itself says what is too much. */
const maxListBytes = 2 ** 20
/** A saved page and a picture of the screen together. */
const maxCaptureBytes = 31 * 2 ** 20
const yearSeconds = 365 * 24 * 60 * 60

/** The whole web application: pages in two languages, the API under `/v1`, and the files that both need. */
export function createApp(deps: Deps): Hono {
  const app = newApp(deps)
  app.use(securityHeaders)
  app.use(originGuard(deps.env.allowedHosts))
  app.use(compress())
  app.use(keepAnswers(deps))
  app.all(
    '/v1/*',
    later(async () => new Hono().route('/v1', (await import('./api/index.ts')).createApi(deps))),
  )
  app.route('/assets', assets())
  app.get('/favicon.ico', (c) => c.redirect('/assets/favicon.svg', 301))
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'))
  app.get('/', (c) => c.redirect(`/${preferredLocale(c)}/`))
  // An address to print or say, in whatever language its reader speaks.
  app.get('/check/:slug', (c) =>
    c.redirect(`/${preferredLocale(c)}/check/${encodeURIComponent(c.req.param('slug'))}${new URL(c.req.url).search}`),
  )
  app.get('/language/:locale', (c) => {
    const locale = c.req.param('locale')
    if (!isLocale(locale)) return c.notFound()
    setCookie(c, localeCookie, locale, { path: '/', sameSite: 'Lax', maxAge: yearSeconds })
    return c.redirect(`/${locale}${localPath(c.req.query('to'))}`, 303)
  })
  app.all(
    '/audits/*',
    later(async () => newApp(deps).route('/audits', (await import('./pages/evidence.tsx')).pictures(deps))),
  )
  for (const locale of locales) {
    const first = newApp(deps).route(`/${locale}`, site(deps, locale, homePages(deps)))
    app.get(`/${locale}`, (c) => first.fetch(c.req.raw, c.env))
    app.all(
      `/${locale}/*`,
      later(async () => newApp(deps).route(`/${locale}`, site(deps, locale, (await import('./pages/index.ts')).pages(deps)))),
    )
  }
  return app
}

/** An app with nothing in it but its answers to what goes wrong and to an address that is not there. */
function newApp(deps: Deps): Hono {
  const app = new Hono({ strict: false })
  app.onError((error, c) => {
    const ui = createUi(localeOf(c.req.path) ?? preferredLocale(c), '/', deps.version)
    const problem = problemOf(error instanceof HTTPException && error.status < 500 ? unreadable : error, ui.locale)
    if (problem.code === 'internal') deps.log.error({ err: error, method: c.req.method, path: c.req.path }, 'page failed')
    if (c.req.path.startsWith('/v1/')) return problemResponse(problem)
    if (problem.code === 'unknown-host' || problem.code === 'other-site')
      return renderPage(c, <RefusedPage ui={ui} problem={problem} />, problem.status)
    return renderPage(c, <ProblemPage ui={ui} title={problem.title} text={problem.detail} />, problem.status)
  })
  app.notFound((c) => {
    const ui = createUi(localeOf(c.req.path) ?? preferredLocale(c), '/', deps.version)
    return renderPage(c, <ProblemPage ui={ui} title={ui.t.problems.wrong} text={ui.t.problems.wrongText} />, 404)
  })
  return app
}

function limitOf(path: string) {
  if (path.endsWith('/audits')) return limitTo(maxStartBytes, archiveTooLarge)
  if (path.endsWith('/house-style')) return limitTo(maxHouseStyleBytes, houseStyleTooLarge)
  if (path.endsWith('/prints')) return limitTo(handInLimits.bytes, printsTooLarge)
  if (path.endsWith('/results')) return limitTo(maxResultsBytes, resultsTooLarge)
  if (path.endsWith('/batches')) return limitTo(maxListBytes, formTooLarge)
  return path.endsWith('/look') ? limitTo(maxCaptureBytes, captureTooLarge) : limitTo(maxFormBytes, formTooLarge)
}

/** Loaded at the first request for it: the first page does not wait for all the others, nor for the description of the API. */
function later(make: () => Promise<Pick<Hono, 'fetch'>>): Handler {
  let made: ReturnType<typeof make> | null = null
  return async (c) => {
    made ??= make()
    return (await made).fetch(c.req.raw, c.env)
  }
}

/** The pages of one language; what they need to speak it is set once, here. */
const site = (deps: Deps, locale: Locale, pages: Hono<WebEnv>) =>
  new Hono<WebEnv>()
    .use((c, next) => limitOf(c.req.path)(c, next))
    .use(async (c, next) => {
      c.set('ui', createUi(locale, pagePath(c), deps.version))
      await next()
    })
    .route('/', pages)

const localeOf = (path: string) => {
  const first = path.split('/')[1]
  return isLocale(first) ? first : null
}

/** The page's path within its language. A page that answers a form is the one that the form stood on. */
function pagePath(c: Context): string {
  const { referer } = c.req.header()
  const from = c.req.method === 'GET' || !referer || !URL.canParse(referer) ? c.req.url : referer
  const { pathname, search } = new URL(from)
  return localeOf(pathname) ? `${pathname.slice(3) || '/'}${search}` : '/'
}

/** Only a path on this site: an address elsewhere in `to` must not lead anybody away. */
const localPath = (to: string | undefined): string => (to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/')

const unreadable = new EenlijnError('invalid-input', {
  nl: 'Dit konden wij niet lezen. Ga een stap terug en probeer het opnieuw.',
  en: 'We could not read this. Go one step back and try again.',
})

const formTooLarge: Text = {
  nl: 'Dit is te veel in een keer: 256 kB is het meeste. Verdeel het over meer keren.',
  en: 'This is too much at once: 256 kB is the most. Divide it over more turns.',
}

const resultsTooLarge: Text = {
  nl: 'Dit bestand is te groot: 10 MB is het meeste. Bewaar alleen de pagina zelf, zonder plaatjes.',
  en: 'This file is too large: 10 MB is the most. Save the page alone, without its pictures.',
}

const houseStyleTooLarge: Text = {
  nl: 'Deze bestanden zijn te groot: 5 MB per bestand is het meeste. Ga terug en kies kleinere bestanden.',
  en: 'These files are too large: 5 MB for each is the most. Go back and choose smaller files.',
}

const printsTooLarge: Text = {
  nl: 'Dit is te veel in een keer: 110 MB is het meeste. Ga terug en verdeel de bestanden over meer keren.',
  en: 'This is too much at once: 110 MB is the most. Go back and divide the files over more turns.',
}

const captureTooLarge: Text = {
  nl: 'Dit is te groot: een pagina mag 20 MB zijn en een schermafbeelding 10 MB. Ga terug en kies kleinere bestanden.',
  en: 'This is too large: a page may be 20 MB and a picture of the screen 10 MB. Go back and choose smaller files.',
}

const archiveTooLarge: Text = {
  nl: 'Dit webarchief is te groot: 100 MB is hier het meeste. Met de opdracht ‘eenlijn audit’ kan het groter zijn.',
  en: 'This web archive is too large: 100 MB is the most here. With the command ‘eenlijn audit’ it can be larger.',
}

function limitTo(maxSize: number, text: Text) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new EenlijnError('too-large', text)
    },
  })
}

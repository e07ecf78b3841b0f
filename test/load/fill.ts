import type Database from 'better-sqlite3'

/** What a filled database holds, by number. */
export interface Filling {
  readonly audits: number
  readonly accounts: number
}

/** Audits of one organisation. */
const auditsEach = 2
/** Accounts that one audit shows; two audits of an organisation have half of them in common. */
export const candidatesEach = 10

/** One in so many organisations answers to anybody which accounts are its own, and said so of all that its first audit found. */
export const answeringEach = 10

/** Sorts before every id that the product makes from now on. */
export const idOf = (kind: string, number: number): string => `01${kind}${String(number).padStart(17, '0')}`

const words = 'Wij zijn er voor iedereen uit de buurt: een kop koffie, een goed gesprek, muziek en een warm welkom op elke dag van de week.'
const seen = (value: string) => ({ seen: true, value, from: 'og:title' })
const unseen = (why: string) => ({ seen: false, why })

/** A profile as a first look leaves it; `{handle}` and `{name}` are filled in. */
const snapshot = {
  key: '{platform}:{handle}',
  url: 'https://{platform}.example/{handle}',
  state: 'captured',
  wall: null,
  httpStatus: 200,
  displayName: seen('{name}'),
  description: seen(words),
  picture: unseen('absent'),
  website: unseen('absent'),
  banner: unseen('not-offered'),
  takenAt: '2026-03-02T09:00:00.000Z',
  record: null,
  seenBy: 'machine',
  via: 'live',
}
const signals = [
  {
    id: 'named-on-own-site',
    weight: 4,
    text: { nl: 'Staat onderaan elke pagina van jullie website', en: 'Stands at the foot of every page of your website' },
  },
  { id: 'handle-resembles-name', weight: 1.5, text: { nl: 'De naam lijkt op die van jullie', en: 'The name resembles yours' } },
]
const platforms = ['instagram', 'facebook', 'youtube', 'tiktok', 'x', 'threads', 'pinterest', 'telegram', 'vimeo', 'snapchat']
const request = { name: '{name}', website: 'https://www.{handle}.example/', routes: ['website'] }
const report = { route: 'website', state: 'done', pagesRead: 9, pagesUnseen: 0, found: candidatesEach, why: null, byHand: null }

/**
 * Writes so many audits, with the accounts, places, looks, requests and events that come with them, straight into the tables.
 * The schema is the product's own; what is written is what an audit of a small organisation leaves behind, without its blobs.
 */
export function fill(db: Database.Database, { audits, accounts }: Filling): void {
  const organisations = Math.ceil(audits / auditsEach)
  const accountsEach = Math.floor(accounts / organisations)
  const step = candidatesEach / 2
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('journal_mode = OFF')
  db.function('id', { deterministic: true }, (kind, number) => idOf(String(kind), Number(number)))
  db.exec(`CREATE TEMP TABLE platform (n INTEGER PRIMARY KEY, name TEXT); CREATE TEMP TABLE nth (n INTEGER PRIMARY KEY);`)
  for (const [n, name] of platforms.entries()) db.prepare('INSERT INTO platform VALUES (?, ?)').run(n, name)
  const most = Math.max(audits * candidatesEach, organisations * accountsEach)
  db.prepare('WITH RECURSIVE up(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM up WHERE n < ?) INSERT INTO nth SELECT n FROM up').run(most - 1)

  // Numbers stand in the text: a bound number is a float, and divides like one.
  const run = (sql: string, values: Readonly<Record<string, unknown>> = {}) => db.prepare(sql).run(values)
  const at = (n: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + ${n} * 600, 'unixepoch')`
  const name = (n: string) => `'Stichting Wielewaal ' || (${n})`
  const handle = (n: string) => `'wielewaal' || (${n})`
  db.transaction(() => {
    run(`INSERT INTO organisations (id, name, aliases, website, name_key, domain, demo, created_at)
      SELECT id('o', n), ${name('n')}, '[]', 'https://www.' || ${handle('n')} || '.example/', lower(${name('n')}), ${handle('n')} || '.example', 0,
      ${at('n')} FROM nth WHERE n < ${organisations}`)
    run(
      `INSERT INTO accounts (id, organisation_id, platform, handle, key, url, closed, first_found_at)
      SELECT id('a', nth.n), id('o', nth.n / ${accountsEach}), name, ${handle('nth.n')}, name || ':' || ${handle('nth.n')},
      'https://' || name || '.example/' || ${handle('nth.n')}, 0, '2026-03-02T09:00:00.000Z'
      FROM nth JOIN platform ON platform.n = nth.n % ${platforms.length} WHERE nth.n < ${organisations} * ${accountsEach}`,
      {},
    )
    // The second audits of all organisations come after all of the first.
    run(
      `INSERT INTO audits (id, organisation_id, state, stage, request, site_belongs, people_counted, created_at, started_at, finished_at)
      SELECT id('u', n), id('o', n % ${organisations}), 'done', 'compare',
      replace(replace(@request, '{name}', ${name(`n % ${organisations}`)}), '{handle}', ${handle(`n % ${organisations}`)}),
      'yes', 0, ${at('n')}, ${at('n')}, ${at('n')} FROM nth WHERE n < ${audits}`,
      { request: JSON.stringify(request) },
    )
    const candidate = `FROM nth JOIN accounts ON accounts.id = id('a', (n / ${candidatesEach} % ${organisations}) * ${accountsEach}
      + (n / ${candidatesEach} / ${organisations}) * ${step} + n % ${candidatesEach}) WHERE n < ${audits} * ${candidatesEach}`
    run(
      `INSERT INTO candidates (id, audit_id, account_id, verdict, confidence, kind, signals, further_places)
      SELECT id('c', n), id('u', n / ${candidatesEach}), accounts.id, CASE n % 5 WHEN 4 THEN 'unknown' ELSE 'ours' END, 900000, 'central', @signals, 8 ${candidate}`,
      { signals: JSON.stringify(signals) },
    )
    run(
      `INSERT INTO snapshots (audit_id, account_id, state, body)
      SELECT id('u', n / ${candidatesEach}), accounts.id, 'captured',
      replace(replace(replace(@body, '{platform}', platform), '{handle}', handle), '{name}', 'Wielewaal ' || handle) ${candidate}`,
      { body: JSON.stringify(snapshot) },
    )
    run(
      `INSERT INTO found_via (id, candidate_id, route, page, page_title, source, zone, label, quote, seen_at)
      SELECT id('v', n), id('c', n), 'website', 'https://www.wielewaal.example/', 'Welkom', 'link', 'footer', 'Volg ons', accounts.url,
      '2026-03-02T09:00:00.000Z' ${candidate}`,
      {},
    )
    run(`INSERT INTO requests (id, audit_id, url, outcome, status, at, record)
      SELECT id('r', n), id('u', n / 10), 'https://www.wielewaal.example/' || (n % 10), 'page', 200, '2026-03-02T09:00:00.000Z', NULL
      FROM nth WHERE n < ${audits} * 10`)
    run(`INSERT INTO events (audit_id, kind, data, at)
      SELECT id('u', n / 5), 'state', '{"state":"done"}', '2026-03-02T09:00:00.000Z' FROM nth WHERE n < ${audits} * 5`)
    run(`INSERT INTO plan_items (id, audit_id, what, how, done, position, created_at, updated_at)
      SELECT id('p', n), id('u', n / 3), 'Zet overal hetzelfde logo neer', 'Vraag het bestand aan communicatie', 0, n % 3,
      '2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z' FROM nth WHERE n < ${audits} * 3`)
    run(`INSERT INTO decisions (id, account_id, audit_id, decision, at)
      SELECT id('d', n), account_id, audit_id, 'ours', '2026-03-02T09:00:00.000Z'
      FROM nth JOIN candidates ON candidates.id = id('c', n)
      WHERE n < ${organisations} * ${candidatesEach} AND n / ${candidatesEach} % ${answeringEach} = 0`)
    run(`INSERT INTO public_checks (organisation_id, slug, since) SELECT id('o', n), 'wielewaal-' || n, '2026-03-02T09:00:00.000Z'
      FROM nth WHERE n < ${organisations} AND n % ${answeringEach} = 0`)
    run(`INSERT INTO audit_routes (audit_id, route, report) SELECT id('u', n), 'website', @report FROM nth WHERE n < ${audits}`, {
      report: JSON.stringify(report),
    })
  })()
}

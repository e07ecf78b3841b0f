import type { Candidate, FoundVia, Signal } from '../../src/model/candidate.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'

/** The accounts of an invented care organisation: found, walled, gone, doubtful, somebody else's. */

export const seenAt = '2026-11-12T13:30:00.000Z'
export const site = 'https://www.zorgwijde.example/'

const linked: Signal = {
  id: 'footer',
  weight: 3,
  text: { nl: 'Staat onderaan elke pagina van de website.', en: 'Stands at the foot of every page of the website.' },
}
const sameName: Signal = {
  id: 'name',
  weight: 1.5,
  text: { nl: 'De naam is die van de organisatie.', en: 'The name is that of the organisation.' },
}
const linksBack: Signal = { id: 'links-back', weight: 2, text: { nl: 'Verwijst terug naar de website.', en: 'Links back to the website.' } }
const credit: Signal = {
  id: 'credit',
  weight: -4,
  text: { nl: 'Staat achter de woorden ‘website door’.', en: 'Stands after the words ‘website by’.' },
}
const otherField: Signal = {
  id: 'field',
  weight: -1.5,
  text: { nl: 'De beschrijving gaat over iets anders.', en: 'The description is about something else.' },
}

export const via = (over: Partial<FoundVia> = {}): FoundVia => ({
  route: 'website',
  page: site,
  pageTitle: 'Zorgwijde, zorg dichtbij',
  source: 'link',
  zone: 'footer',
  label: '',
  quote: '',
  seenAt,
  record: null,
  ...over,
})

const candidate = (platform: PlatformId, handle: string, path: string, over: Partial<Candidate> = {}): Candidate => ({
  key: `${platform}:${handle.toLowerCase()}`,
  platform,
  handle,
  url: `https://${path}`,
  closed: false,
  doubt: null,
  verdict: 'ours',
  confidence: 0.97,
  kind: 'central',
  signals: [linked, sameName],
  foundVia: [via({ label: platform, quote: `<a href="https://${path}">${platform}</a>` })],
  furtherPlaces: 11,
  ...over,
})

const snapshot = (of: Candidate, over: Partial<Snapshot>): Snapshot => ({
  key: of.key,
  url: of.url,
  state: 'captured',
  wall: null,
  httpStatus: 200,
  displayName: unseen('absent'),
  description: unseen('absent'),
  picture: unseen('absent'),
  website: unseen('absent'),
  takenAt: seenAt,
  record: null,
  ...over,
})

const walled = (of: Candidate, wall: Snapshot['wall']): Snapshot => {
  const hidden = unseen('walled')
  return snapshot(of, { state: 'walled', wall, displayName: hidden, description: hidden, picture: hidden, website: hidden })
}

/** A candidate with its first look; `picture` stands for the digest of one of the sample's pictures. */
export interface SampleAccount {
  readonly candidate: Candidate
  readonly look: ((picture: (name: 'house' | 'old' | 'other') => string) => Snapshot) | null
}

const facebook = candidate('facebook', 'zorgwijde', 'www.facebook.com/zorgwijde', { signals: [linked, linksBack, sameName] })
const youtube = candidate('youtube', '@ZorgwijdeTV', 'www.youtube.com/@ZorgwijdeTV', { confidence: 0.93 })
const linkedin = candidate('linkedin', 'company/zorgwijde', 'www.linkedin.com/company/zorgwijde')
const x = candidate('x', 'Zorg_Wijde', 'x.com/Zorg_Wijde', {
  verdict: 'likely',
  confidence: 0.82,
  signals: [sameName],
  foundVia: [
    via({
      page: `${site}nieuws`,
      pageTitle: 'Nieuws',
      zone: 'head',
      source: 'meta-twitter-site',
      quote: '<meta name="twitter:site" content="@Zorg_Wijde">',
    }),
  ],
  furtherPlaces: 0,
})
const location = candidate('facebook', 'zorgwijde.noord', 'www.facebook.com/zorgwijde.noord', {
  verdict: 'likely',
  confidence: 0.78,
  kind: 'location',
  foundVia: [
    via({
      page: `${site}locaties/noord`,
      pageTitle: 'Locatie Noord',
      zone: 'main',
      quote: 'Volg ons ook op <a href="https://www.facebook.com/zorgwijde.noord">Facebook</a>',
    }),
  ],
  furtherPlaces: 0,
})
const tiktok = candidate('tiktok', '@werkenbijzorgwijde', 'www.tiktok.com/@werkenbijzorgwijde', {
  verdict: 'unknown',
  confidence: 0.5,
  kind: 'campaign',
  signals: [
    sameName,
    { id: 'pasted', weight: 0, text: { nl: 'Iemand heeft deze link zelf toegevoegd.', en: 'Somebody added this link by hand.' } },
  ],
  foundVia: [via({ route: 'pasted', page: null, pageTitle: '', source: 'text', zone: 'unknown', quote: 'tiktok.com/@werkenbijzorgwijde' })],
  furtherPlaces: 0,
})
const mastodon = candidate('mastodon', 'zorgwijde@sociaal.example', 'sociaal.example/@zorgwijde', {
  verdict: 'unknown',
  confidence: 0.35,
  kind: 'unknown',
  signals: [sameName, otherField],
  foundVia: [
    via({
      route: 'wikidata',
      page: 'https://www.wikidata.org/wiki/Q0',
      pageTitle: 'Zorgwijde',
      source: 'declared-file',
      zone: 'unknown',
      quote: 'P4033: zorgwijde@sociaal.example',
    }),
  ],
  furtherPlaces: 0,
})
const agency = candidate('instagram', 'studio.kwast', 'www.instagram.com/studio.kwast', {
  verdict: 'not-ours',
  confidence: 0.03,
  kind: 'agency',
  signals: [credit],
  foundVia: [via({ quote: 'Website door <a href="https://www.instagram.com/studio.kwast">Studio Kwast</a>' })],
})

export const sampleAccounts: readonly SampleAccount[] = [
  {
    candidate: facebook,
    look: (picture) =>
      snapshot(facebook, {
        displayName: seen('Zorgwijde', 'og:title'),
        description: seen('Zorg en begeleiding voor mensen met een beperking, dicht bij huis.', 'og:description'),
        picture: seen(picture('house'), 'og:image'),
        website: seen(site, 'link'),
      }),
  },
  {
    candidate: youtube,
    look: (picture) =>
      snapshot(youtube, {
        displayName: seen('Zorgwijde TV', 'og:title'),
        description: unseen('walled'),
        picture: seen(picture('old'), 'og:image'),
      }),
  },
  { candidate: linkedin, look: () => walled(linkedin, 'login') },
  { candidate: x, look: () => walled(x, 'login') },
  {
    candidate: location,
    look: (picture) =>
      snapshot(location, {
        displayName: seen('Zorgwijde locatie Noord', 'og:title'),
        description: seen('Nieuws van de woningen aan de Dijk.', 'og:description'),
        picture: seen(picture('other'), 'og:image'),
      }),
  },
  {
    candidate: tiktok,
    look: () => snapshot(tiktok, { state: 'gone', wall: 'not-found', httpStatus: 404 }),
  },
  { candidate: mastodon, look: () => snapshot(mastodon, { state: 'unreachable', wall: 'network', httpStatus: null }) },
  { candidate: agency, look: null },
]

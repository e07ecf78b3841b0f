import { describe, expect, test } from 'vitest'
import { daysToKeep, type EvidencePiece } from '../../src/services/evidence-term.ts'

const site = 'https://www.zorgwijde.example'
const page = (job: string | null, address: string, more: Partial<EvidencePiece> = {}): EvidencePiece => ({
  ...{ kind: 'page', job, addresses: [address] },
  ...more,
})

describe('for a hundred days, as the operator set', () => {
  test.each<[string, EvidencePiece]>([
    ['the front page', page('website', `${site}/`)],
    ['the front page by its file', page('website', `${site}/index.html`)],
    ['a page about something else', page('website', `${site}/aanbod/dagbesteding`)],
    ['news', page('website', `${site}/nieuws/het-nieuwe-gebouw`)],
    ['the rules for robots', { kind: 'page', job: 'website', addresses: [] }],
    ['an account of the organisation', page('look', 'https://www.instagram.com/zorgwijde')],
    ['an account that is called a team', page('look', 'https://www.facebook.com/team')],
    ['a picture of it', { kind: 'picture' }],
    ['a poster', { kind: 'print' }],
  ])('%s', (_what, piece) => {
    expect(daysToKeep(piece, 100)).toBe(100)
    expect(daysToKeep(piece, 7)).toBe(7)
  })
})

describe('for thirty days, whatever the operator set', () => {
  test.each<[string, EvidencePiece]>([
    ['a list of the team', page('website', `${site}/over-ons/ons-team`)],
    ['a page of one of them', page('website', `${site}/team/jannie-de-wit`)],
    ['a page about the organisation', page('website', `${site}/over-ons`)],
    ['who to ask', page('website', `${site}/contact`)],
    ['the front page when people stand on it', page('website', `${site}/`, { ofPeople: true })],
    ['the profile of a person', page('look', 'https://www.linkedin.com/in/jannie-de-wit')],
    ['a picture of a person', { kind: 'picture', ofPeople: true }],
    ['hits of a search', page('route', 'https://api.bsky.app/xrpc/app.bsky.actor.searchActors?q=zorgwijde')],
    ['an article', page('press', 'https://dekrant.example/zorgwijde')],
    ['an article that was pasted', { kind: 'page' }],
    ['an archive that was handed in', { kind: 'archive' }],
    ['an answer of YouTube’s interface', page('look', 'https://www.googleapis.com/youtube/v3/channels?forHandle=zorgwijde')],
    ['a picture that it gave', { kind: 'picture', byYoutubeApi: true }],
  ])('%s', (_what, piece) => {
    expect(daysToKeep(piece, 100)).toBe(30)
    expect(daysToKeep(piece, 3_650)).toBe(30)
    expect(daysToKeep(piece, 7)).toBe(7)
  })
})

test('for a day: what only travels between jobs', () => {
  expect(daysToKeep({ kind: 'work' }, 100)).toBe(1)
})

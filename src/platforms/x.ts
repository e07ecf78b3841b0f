import { definePlatform } from './define.ts'
import { account, content, page, share } from './grammar.ts'
import { languages, ownPages } from './languages.ts'

const name = /^[A-Za-z0-9_]{1,15}$/

export const x = definePlatform({
  id: 'x',
  name: 'X',
  words: 'twitter x.com twitter.com tweet xtwitter twitterx',
  handleRule: { pattern: name, min: 4, max: 15, caseSensitive: false, allowed: 'A-Z a-z 0-9 _' },
  forms: {
    numericId: { handle: 'i/user/{}', url: 'https://x.com/i/user/{}', pattern: /^\d{1,20}$/, doubt: 'needs-resolving' },
    list: { handle: 'i/lists/{}', url: 'https://x.com/i/lists/{}', pattern: /^\d{1,20}$/, kind: 'community' },
    circle: { handle: 'i/communities/{}', url: 'https://x.com/i/communities/{}', pattern: /^\d{1,20}$/, kind: 'community' },
    namedList: { handle: '{}', url: 'https://x.com/{}', pattern: /^[A-Za-z0-9_]{1,15}\/lists\/[\w%-]{1,60}$/, kind: 'community' },
    name: { handle: '{}', url: 'https://x.com/{}', pattern: name },
  },
  reserved: `i intent share home search search-advanced explore hashtag notifications messages compose settings login logout
    signup account oauth tos terms privacy about download jobs start oct widgets who_to_follow connect_people
    follower_requests logged_out statuses 1 2 rest similar_to personalization newtwitter sessions invitations favorites
    followers following session javascripts logo`,
  softReserved: `business premium verified grok money creators chat articles spaces events moments communities topics trends ads
    developers help docs teams cards content rules data status badges directory activity mentions welcome x en goodies
    accounts error translate lists bookmarks`,
  sites: [
    {
      hosts: 'x.com twitter.com',
      under: '@ www m mobile',
      rules: [
        account('intent/user|follow ?screen_name=:name', 'intent/user|follow ?user_id=:numericId', 'i/user/:numericId'),
        account('i/lists/:list/**', 'i/communities/:circle/**'),
        share('intent/**', 'share/**', 'home ?status', 'compose/**'),
        content('i/web|status|spaces|broadcasts|events|moments/**', 'statuses/*', 'hashtag/*/status/*'),
        page('hashtag/**', `${languages}/${ownPages}|rules-and-policies|using-x|using-twitter/**`),
        content(':name/status|statuses|article|moments/*/**'),
        account(':namedList+'),
        account(':name/**'),
      ],
    },
    { hosts: 'twitter.com', under: 'pic video', rules: [content('**')] },
  ],
  avatar: { width: 400, height: 400, shape: 'circle' },
  banner: { width: 1500, height: 500, avatarOver: 'bottom-left' },
  wikidata: { name: 'P2002', numericId: 'P6552' },
})

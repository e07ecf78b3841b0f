import { definePlatform } from './define.ts'
import { account, content, type Form, page, share, unresolved } from './grammar.ts'
import { languages, ownPages } from './languages.ts'

const url = 'https://www.pinterest.com/{}'
const name: Form = { handle: '{}', url, pattern: /^[\p{L}\p{N}_.-]{2,60}$/u }
const countries = `at be ca ch cl co de dk ec es eu fi fr hu id ie in info it jp kr mx nl no nz pe ph pl pt ru se th tw uk vn cz gr ro`
const secondLevel = `com.au com.mx com.br com.co com.ar com.pe com.uy com.bo com.ec com.py com.vn co.uk co.kr co.nz co.in co.at co.jp`
const hosts = ['com', ...`${countries} ${secondLevel}`.split(' ')].map((ending) => `pinterest.${ending}`).join(' ')

export const pinterest = definePlatform({
  id: 'pinterest',
  name: 'Pinterest',
  words: 'pinterest.com pintrest',
  handleRule: { pattern: /^[a-z0-9_]{3,30}$/i, min: 3, max: 30, caseSensitive: false, allowed: 'a-z 0-9 _' },
  forms: {
    board: { handle: '{}', url, pattern: /^([\p{L}\p{N}_.-]{2,60}\/[^\s/]{1,180})(?:\/[^\s/]{1,180})?$/u, kind: 'community' },
    name,
  },
  reserved: `pin pins search ideas explore today categories business login logout signup password settings about terms privacy _ _ngjs
    resource oembed.json v1 v3 v5 js images docs en topics shop shopping discover following news_hub homefeed edit create
    pin-builder pin-creation-tool convert ads analytics offsite invited join source domain videos amp static robots.txt
    favicon.ico verify secure country redirect site sitemap apps app campaigns trends careers product products stories
    story_pin conversation story email g r rss dmca help share popular all privacy-policy terms-of-service community-guidelines`,
  sites: [
    {
      hosts,
      under: '@ www m {locale}',
      except: 'ads api ct log',
      rules: [
        share('pin/create/**', 'pin-builder/**'),
        content('pin/*/**'),
        page(`${languages}/${ownPages}/**`),
        account(
          ':name/_created|_saved|_shop|_pins|_profile|_community|_videos|pins|boards|followers|following|tried|likes|activity|more_ideas/**',
        ),
        account(':name', ':board+'),
        page('**'),
      ],
    },
    { hosts: 'pin.it', rules: [unresolved('**')] },
  ],
  avatar: { width: 280, height: 280, shape: 'circle' },
  banner: { width: 800, height: 450, avatarOver: 'bottom-centre' },
  wikidata: { name: 'P3836' },
})

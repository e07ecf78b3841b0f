import { definePlatform } from './define.ts'
import { account, content, type Form, share } from './grammar.ts'

const pattern = /^[A-Za-z0-9_.-]{2,80}$/
const name: Form = { handle: '{}', url: 'https://www.slideshare.net/{}', pattern }

export const slideshare = definePlatform({
  id: 'slideshare',
  name: 'SlideShare',
  words: 'slideshare.net',
  handleRule: { pattern: /^[a-z0-9_-]{3,60}$/i, min: 3, max: 60, caseSensitive: false, allowed: 'a-z 0-9 _ -' },
  forms: { name },
  reserved: `about features login logout signup search explore upload privacy terms mobile slideshow slideshows embed_code share api
    developers help jobs press popular featured category tag tags newsletter business premium ads swf rss widgets main
    download your_account slidecasts documents presentations videos infographics`,
  sites: [
    {
      hosts: 'slideshare.net',
      under: '@ www m {locale}',
      rules: [
        share('share/**'),
        content('slideshow|embed_code|swf/**', 'mobile/:name/*'),
        account(
          'mobile/:name',
          ':name',
          ':name/presentations|documents|videos|infographics|slideshows|followers|following|clipboards|tag|newsfeed|favorites/**',
        ),
        content(':name/*/**'),
      ],
    },
  ],
  avatar: { width: 200, height: 200, shape: 'square' },
  banner: null,
  wikidata: { name: 'P4016' },
})

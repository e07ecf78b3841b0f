import { definePlatform } from './define.ts'
import { account, content, type Form, page, type RuleSource, share, unresolved } from './grammar.ts'

const home = 'https://www.facebook.com/'
const id: Form = { handle: '{}', url: `${home}{}`, pattern: /^\d{5,20}$/ }
// Figures at the end are the page's number, unless there are too few for one.
const slugId: Form = { ...id, pattern: /^[^/]*[^\d/]-(\d{9,20})$/u, owner: 'organisation' }
const name: Form = {
  handle: '{}',
  url: `${home}{}`,
  pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_])$/,
  fold: (text) => text.replaceAll('.', ''),
}
const posts = 'posts|videos|photos|events|reels|reel|notes|permalink|live_videos|activity'

const profiles: readonly RuleSource[] = [
  account('profile.php ?id=:anyId', 'people/*/:anyId/**', 'people/*/:opaque/**', 'pages/*/:pageId/**', 'pages/*/*/:pageId/**'),
  page(
    'pages/create|search|merge|browser|edit|manage|launchpoint|explore|admin|directory|app|messaging/**',
    'pages/category',
    'pages/category/*',
  ),
  account('pages/category/*/:slugId/**', 'pages/category/*/:pageId/**', 'pages/category/*/:name/**'),
  account('pages/:slugId/**', 'pages/:pageId', 'pages/:unnumbered', 'p/:slugId/**', 'p/:id/**', 'p/:name/**'),
  account('pg/:slugId/**', 'pg/:id/**', 'pg/:name/**', 'messages/t/:id', 'messages/t/:name'),
]

export const facebook = definePlatform({
  id: 'facebook',
  name: 'Facebook',
  words: 'fb facebook.com fb.com facebookpage facebookpagina face',
  handleRule: {
    pattern: /^[A-Za-z0-9](?:[A-Za-z0-9.]{3,48}[A-Za-z0-9])$/,
    min: 5,
    max: 50,
    caseSensitive: false,
    allowed: 'A-Z a-z 0-9 .',
  },
  forms: {
    id,
    slugId,
    pageId: { ...id, pattern: /^\d{3,20}$/, owner: 'organisation' },
    anyId: { ...id, pattern: /^\d{3,20}$/ },
    opaque: { handle: '{}', url: `${home}people/_/{}`, pattern: /^pfbid\w{20,100}$/, caseSensitive: true, doubt: 'needs-resolving' },
    group: { handle: 'groups/{}', url: `${home}groups/{}`, pattern: /^[\p{L}\p{N}._-]{2,80}$/u, kind: 'community' },
    unnumbered: { handle: 'pages/{}', url: `${home}pages/{}`, pattern: /^[\p{L}\p{N}._'’&-]{2,100}$/u, doubt: 'needs-resolving' },
    // Figures and capitals mixed: what the shortener makes up, never a name that a person chose.
    shortCode: { ...name, pattern: /^(?=.*\d[A-Za-z])(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9]{6,12}$/ },
    name,
  },
  reserved: `sharer sharer.php share share.php dialog plugins tr connect login login.php logout logout.php recover checkpoint reg r.php
    signup help policies policy policy.php privacy terms terms.php legal about careers security settings notifications
    messages friends home home.php watch reel reels stories story.php live gaming games marketplace groups group.php events
    event.php pages people profile.php p pg photo photo.php photos video video.php videos media album.php permalink.php
    hashtag search public directory find-friends ads ad ad_campaign adsmanager business developers docs blog tools l.php flx
    ajax api graphql rsrc.php images common intern dyi app_scoped_user_id externalhit_uatext.php apps bookmarks saved
    memories onthisday fundraisers donate donation crisisresponse weather jobs offers recommendations salesgroups notes
    questions badges campaign mobile lite business_help communitystandards copyright report whitehat safety support
    instantgames creatorstudio latest feeds fbml unsupportedbrowser messenger_media browse n nd ufi a h pfbid places
    facebook.com fb tour ads_manager brand appcenter places.php translations widgets extern payments_terms principles.php
    full_data_use_policy data_policy privacy_policy adpreferences policies_center privacycenter gdpr gpa`,
  sites: [
    {
      hosts: 'facebook.com fb.com fb.co facebook.de',
      under: '@ www m mobile mbasic touch web free business upload d beta iphone x {locale}',
      except: 'ads an api app apps about l lm ai',
      // The version of the interface, or a language, which no name has the form of.
      skip: /^(?:v\d+\.\d+|[a-z]{2}[-_][a-z]{2})$/,
      rules: [
        unresolved('share/p|r|v|g|s|reel/*', 'share/*'),
        share('sharer|sharer.php|share|share.php/**', 'dialog/share|feed|send|share_open_graph|apprequests/**', 'home.php ?status'),
        account('groups/:group/**', 'group.php ?gid=:group'),
        ...profiles,
        content('permalink.php|story.php ?id=:id', 'stories/:anyId/**', 'watch/:name/*/**'),
        content('watch|story.php|permalink.php|photo|photo.php|photos|video|video.php|videos|reel|reels|stories|media|album.php/**'),
        content('events|event.php|hashtag_post|notes|live/**'),
        content(`:slugId/${posts}/*/**`, `:id/${posts}/*/**`, `:name/${posts}/*/**`),
        account(':slugId/**', ':id/**', ':name/**'),
      ],
    },
    { hosts: 'm.me fb.gg', rules: [...profiles, account(':id/**', ':name/**')] },
    {
      hosts: 'fb.me',
      rules: [
        unresolved('e|p|v|g|s|r|l|reel/**', 'pg/*'),
        ...profiles,
        account(':slugId', ':id'),
        unresolved(':shortCode'),
        account(':name'),
        unresolved('**'),
      ],
    },
    { hosts: 'fb.watch', rules: [content('**')] },
  ],
  avatar: { width: 320, height: 320, shape: 'circle' },
  banner: { width: 851, height: 315, safeArea: { width: 640, height: 312 }, avatarOver: 'bottom-left' },
  wikidata: { name: 'P2013' },
})

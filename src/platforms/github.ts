import { definePlatform } from './define.ts'
import { account, content, type Form, page, unresolved } from './grammar.ts'

const pattern = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}$/
// Names from before the rule may end in a hyphen, but links leave it out.
const name: Form = { handle: '{}', url: 'https://github.com/{}', pattern: /^([A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38})-?$/ }

export const github = definePlatform({
  id: 'github',
  name: 'GitHub',
  words: 'gh github.com git',
  handleRule: { pattern, min: 1, max: 39, caseSensitive: false, allowed: 'a-z 0-9 -' },
  forms: { name, organisation: { ...name, owner: 'organisation' } },
  reserved: `about access account admin advisories api apps attributes auth billing blob blog business businesses cache careers
    case-studies categories changelog chat cla codereview codespaces collections comments commit commits companies compare
    contact contributing cookbook copilot coupons customer customer-stories customers dashboard dashboards design develop
    developer discover discussions docs downloads edu education enterprise enterprises events explore featured features feed files
    forked gist gists github-copilot graphs groups guide guides help help-wanted home hosting images inbox individual info
    integration interfaces introduction issues jobs join journal labs languages launch learn legal library linux listings
    lists login logos logout mac maintenance malware marketplace mention mentions migrating milestones mine mirrors mobile
    models navigation network new news none nonprofit nonprofits notices notifications oauth offer open-source
    organisations organizations orgs pages partners payments personal plans plugins popular posts premium-support press
    pricing privacy professional projects pulls raw readme recommendations redeem releases render reply repos repositories
    resources restore revert saved scraping search security services sessions settings shareholders shop showcases signin
    signup site sitemap solutions spam sponsors ssh staff starred stars static status statuses storage store stories
    styleguide subscriptions suggest suggestion suggestions support suspended talks teach teacher teachers team teams terms
    timeline topic topics tos tour train training translations tree trending updates user-attachments username users w
    watching why-github wiki wikis windows works-with`,
  sites: [
    {
      hosts: 'github.com',
      rules: [account('orgs|enterprises/:organisation/**', 'sponsors|stars/:name/**', ':name'), content(':name/*/**'), page('**')],
    },
    { hosts: 'gist.github.com raw.githubusercontent.com', under: '@', rules: [content(':name/*/**'), account(':name')] },
    // A Pages site is what an account publishes, not where it shows itself.
    { hosts: 'github.io', under: ':name', rules: [content('**')] },
    { hosts: 'git.io', rules: [unresolved('**')] },
  ],
  avatar: { width: 500, height: 500, shape: 'rounded-square' },
  banner: null,
  wikidata: { name: 'P2037' },
})

import { definePlatform } from './define.ts'
import { account, type Form, inHost } from './grammar.ts'

const workspace: Form = {
  handle: '{}',
  url: 'https://{}.slack.com',
  pattern: /^[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/i,
  kind: 'community',
  clean: inHost,
}

export const slack = definePlatform({
  id: 'slack',
  name: 'Slack',
  words: 'slack.com',
  handleRule: { pattern: workspace.pattern, min: 1, max: 62, caseSensitive: false, allowed: 'a-z 0-9 -' },
  forms: { workspace },
  reserved: 'www api app get my status join files hooks edgeapi slack-files a wss brandfolder',
  sites: [
    { hosts: 'slack.com', rules: [account('join/shared_invite/:workspace')] },
    { hosts: 'join.slack.com', under: '@', rules: [account('t/:workspace/**')] },
    { hosts: 'slack.com', under: ':workspace', except: 'api app get my status join files hooks edgeapi a', rules: [account('**')] },
  ],
  avatar: { width: 132, height: 132, shape: 'rounded-square' },
  banner: null,
  wikidata: {},
})

import { words } from './grammar.ts'

/** Hosts that only pass a page on to somebody's followers. */
export const shareHosts: ReadonlySet<string> = words(`
  addtoany.com addthis.com sharethis.com shareaholic.com getpocket.com social-plugins.line.me share.flipboard.com
  mastodonshare.com toot.kytta.dev share.joinmastodon.org s2f.kytta.dev share.diasporafoundation.org connect.ok.ru
  connect.mail.ru service.weibo.com share.v.t.qq.com sns.qzone.qq.com
`)

import { words } from './grammar.ts'

/** Hosts where an organisation lists its own links: read such a page once, its links are self-declared. */
export const linkInBioHosts: ReadonlySet<string> = words(`
  linktr.ee beacons.ai bio.link lnk.bio linkin.bio campsite.bio solo.to carrd.co stan.store allmylinks.com taplink.cc
  taplink.at msha.ke bio.site hoo.be komi.io snipfeed.co milkshake.app tap.bio linkpop.com many.link flow.page
  flowcode.com later.com about.me bento.me heylink.me instabio.cc lynxinbio.com withkoji.com shorby.com contactin.bio
  linkfly.to linkstack.org littlelink.io biolinky.co bio.fm direct.me willow.bio pallyy.com sleek.bio lnk.to ffm.bio
  ffm.to linkfire.com gravatar.com keybase.io popl.co hihello.me blinq.me dot.cards sprout.link sproutsocial.link
  lit.link potofu.me profilelinks.xyz url.bio ko-fi.com zez.am mez.ink
`)

import { words } from './grammar.ts'

/** Well-known servers whose own name does not tell that they belong to the Fediverse. */
const known = words(`
  beehaw.org botsin.space c.im calckey.world cosocial.ca diaspora-fr.org dice.camp dresden.network feddit.de feddit.nl
  feddit.org framapiaf.org framatube.org gamedev.place hachyderm.io helvede.net infosec.exchange ioc.exchange
  journa.host kanoa.de lawfedi.blue layer8.space lgbtqia.space libranet.de makertube.net mamot.fr mapstodon.space
  mas.to mathstodon.xyz me.dm metalhead.club metapixl.com mk.absturztau.be nerdica.net neurodifferent.me piaille.fr
  pixel.tchncs.de pixey.org poa.st pod.geraspora.de qoto.org romancelandia.club sciences.re sh.itjust.works
  snabelen.no ec.social-network.europa.eu squeet.me stereophonic.space sunny.garden tech.lgbt tilde.zone todon.eu
  todon.nl tooting.ch troet.cafe universeodon.com video.blender.org vivaldi.net vmst.io wandering.shop wetdry.world
  wien.rocks writing.exchange zug.network
`)

/** What organisations put in front of their own domain: `social.acme.example`. */
const tellingLabel =
  /^(?:social|mastodon|mstdn|masto|toot|toots|fedi|fediverse|pixelfed|peertube|friendica|misskey|pleroma|akkoma|gotosocial|lemmy|bookwyrm|mobilizon|snac|sharkey|writefreely|funkwhale)\./
const tellingPart = /mastodon|mstdn|fosstodon|pixelfed|peertube|fediverse|friendica|misskey/

/** Whether a host is a server of the Fediverse as far as its name goes. Takes a host in lower case. */
export function isFediverseHost(host: string): boolean {
  return host.endsWith('.social') || tellingLabel.test(host) || tellingPart.test(host) || isKnown(host)
}

const isKnown = (host: string): boolean => known.has(host.startsWith('www.') ? host.slice(4) : host)

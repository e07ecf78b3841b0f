import { words } from './grammar.ts'

/** Hosts whose every address leads elsewhere and says nothing of where, so that only a request resolves it. */
export const shorteners: ReadonlySet<string> = words(`
  t.co lnkd.in bit.ly bitly.com j.mp tinyurl.com goo.gl ow.ly buff.ly dlvr.it is.gd v.gd rebrand.ly cutt.ly short.io
  shorturl.at rb.gy trib.al amzn.to wp.me forms.gle maps.app.goo.gl qrco.de l.ead.me hubs.ly hubs.la mailchi.mp
  eepurl.com smarturl.it t.ly tiny.cc tiny.one s.id u.to bl.ink snip.ly soo.gd clck.ru po.st ift.tt fal.cn sforce.co
  spr.ly shor.by x.gd urlz.fr bitly.ws qr.link me-qr.com qrfy.io
`)

import { type PageTrait, row, story } from './trait.ts'

const url = 'https://koppelbrood.nl/'
const foot = `<footer>${row('https://www.facebook.com/koppelbrood', 'https://www.instagram.com/koppelbrood')}</footer>`
const own = ['facebook:koppelbrood', 'instagram:koppelbrood']
const facebook = '<a href="https://www.facebook.com/koppelbrood"></a>'

const credited = (language: string, credit: string): PageTrait => ({
  trait: `a credit of the maker in ${language}`,
  url,
  html: `<title>Koppelbrood</title><footer>${facebook}<p>${credit} <a href="https://www.instagram.com/studiolampo">Studio Lampo</a></p></footer>`,
  ours: ['facebook:koppelbrood'],
})

/** Accounts of others that stand where a site's own might stand, and the site's own where others might. */
export const others: readonly PageTrait[] = [
  credited('Italian', 'Sito realizzato da'),
  credited('Portuguese', 'Desenvolvido por'),
  credited('Swedish', 'Webbplats av'),
  credited('Polish', 'Realizacja:'),
  credited('English, with a heart', 'Made with <span>♥</span> by'),
  credited('Dutch, for the photographs', 'Fotografie:'),
  {
    trait: 'a team on the home page, its cards known by two words of their class only',
    url,
    html: `<title>Koppelbrood</title><section class="our-team">${['Jane Doe|janedoe', 'Piet Poot|pietpoot1']
      .map((one) => one.split('|'))
      .map(
        ([name, handle]) =>
          `<div class="team-member"><h4>${name}</h4><div class="team-social"><a href="https://x.com/${handle}"></a><a href="https://instagram.com/${handle}"></a></div></div>`,
      )
      .join('')}</section>${foot}`,
    ours: own,
    people: ['x:janedoe', 'x:pietpoot1', 'instagram:janedoe', 'instagram:pietpoot1'],
  },
  {
    trait: 'speakers of an event without any class',
    url: 'https://broodconf.nl/',
    html: `<title>BroodConf</title><section id="sprekers"><h2>Sprekers</h2><div><h3>Eva Vos</h3><a href="https://x.com/evavos"></a></div><div><h3>Tom Bos</h3><a href="https://x.com/tombos"></a></div></section><footer><a href="https://x.com/broodconf">@broodconf</a></footer>`,
    ours: ['x:broodconf'],
  },
  {
    trait: 'sample names that a template left behind',
    url,
    html: `<head><title>Koppelbrood</title><meta name="twitter:site" content="@publisher_handle"></head><footer><ul>${row('https://www.facebook.com/yourpage', 'https://twitter.com/username', 'https://www.linkedin.com/company/your-company', 'https://www.tiktok.com/@koppelbrood')}</ul></footer>`,
    ours: ['tiktok:koppelbrood'],
  },
  {
    trait: 'sponsors in the foot, under a heading of their own',
    url,
    html: `<title>Koppelbrood</title><footer><div><h4>Sponsoren</h4><a href="https://www.facebook.com/bakkerbol"><img alt="Bakker Bol"></a><a href="https://www.instagram.com/kapperkris"><img alt="Kapper Kris"></a></div><div class="social">${facebook}</div></footer>`,
    ours: ['facebook:koppelbrood'],
  },
  {
    trait: 'the whole that the organisation is part of',
    url,
    html: `<title>Koppelbrood</title><footer><p>Koppelbrood is onderdeel van <a href="https://www.linkedin.com/company/broodgroep">Broodgroep</a></p>${facebook}</footer>`,
    ours: ['facebook:koppelbrood'],
  },
  {
    trait: 'a directory that shows an entry with its accounts',
    url: 'https://bedrijvengids.nl/koppelbrood',
    html: `<title>Koppelbrood | Bedrijvengids</title><main><h1>Koppelbrood</h1><ul><li><a href="https://www.facebook.com/koppelbrood">Facebook</a></li><li><a href="https://www.instagram.com/koppelbrood">Instagram</a></li></ul></main><footer>${row('https://www.facebook.com/bedrijvengids', 'https://www.instagram.com/bedrijvengids')}</footer>`,
    ours: ['facebook:bedrijvengids', 'instagram:bedrijvengids'],
  },
  {
    trait: 'a column whose writer asks to follow him',
    url: 'https://www.veldbode.nl/column',
    html: `<title>Column | De Veldbode</title><header><a href="https://x.com/veldbode"></a></header><article>${story}<p>Piet Poot is verslaggever. Volg hem op <a href="https://x.com/pietpoot">X</a>.</p></article>`,
    ours: ['x:veldbode'],
  },
  {
    trait: 'photographs of customers with their names',
    url,
    html: `<title>Koppelbrood</title><section class="ugc"><h2>Deel je brood met #koppelbrood</h2><a href="https://www.instagram.com/evabakt">@evabakt</a><a href="https://www.instagram.com/tombakt">@tombakt</a></section>${foot}`,
    ours: own,
  },
  {
    trait: 'comments of readers with their addresses',
    url: 'https://koppelbrood.nl/blog/gist',
    html: `<title>Gist - Koppelbrood</title><article>${story}</article><section id="comments"><ol class="commentlist"><li class="comment"><cite><a href="https://www.facebook.com/evabakt" rel="external nofollow ugc">Eva</a></cite><p>Kijk ook op https://www.instagram.com/evabakt</p></li></ol></section>${foot}`,
    ours: own,
  },
  {
    trait: 'a page that asks to follow us, under a name that is nothing like ours',
    url: 'https://koppelbrood.nl/contact',
    html: '<title>Contact - Koppelbrood</title><main><p>Volg ons op <a href="https://www.facebook.com/dorpsbakkertje">Facebook</a></p></main>',
    ours: ['facebook:dorpsbakkertje'],
  },
  {
    trait: 'names written out under a heading that asks to follow us',
    url,
    html: '<title>Koppelbrood</title><main><h2>Follow us</h2><p>Instagram: @brood_van_koppel<br>TikTok: @brood.van.koppel</p></main>',
    ours: ['instagram:brood_van_koppel', 'tiktok:brood.van.koppel'],
  },
  {
    trait: 'an organisation whose own address in its data is its page on a platform',
    url,
    html: '<title>Koppelbrood</title><script type="application/ld+json">{"@type":"Organization","name":"Koppelbrood","url":"https://www.facebook.com/dorpsbakkertje"}</script>',
    ours: ['facebook:dorpsbakkertje'],
  },
  {
    trait: 'a subscribe button in a frame, and a page plugin of AMP',
    url,
    html: '<title>Koppelbrood</title><iframe src="https://www.youtube.com/subscribe_embed?channelid=UCabcdefghijklmnopqrstuv"></iframe><amp-facebook-page data-href="https://www.facebook.com/dorpsbakkertje"></amp-facebook-page>',
    ours: ['youtube:channel/UCabcdefghijklmnopqrstuv', 'facebook:dorpsbakkertje'],
  },
]

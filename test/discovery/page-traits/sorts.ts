import { type PageTrait, row, story } from './trait.ts'

/** What stands on pages by the sort of organisation. */
export const sorts: readonly PageTrait[] = [
  {
    trait: 'a news article with a byline, an embedded post and the paper’s own accounts in the header',
    url: 'https://www.veldbode.nl/nieuws/brand-in-schuur',
    html: `<head><title>Brand in schuur | De Veldbode</title><meta name="twitter:site" content="@veldbode"></head><header class="masthead"><a href="https://x.com/veldbode" class="icon-x"></a><a href="https://www.facebook.com/DeVeldbode" class="icon-fb"></a></header><article><h1>Brand</h1><p class="byline">Door <a rel="author" href="https://x.com/piet_veldbode">Piet Poot</a></p>${story}<blockquote class="twitter-tweet"><p>Grote brand</p>— Brandweer Oost (@brandweeroost) <a href="https://twitter.com/brandweeroost/status/123">1 mei</a></blockquote>${story}</article>`,
    ours: ['x:veldbode', 'facebook:develdbode'],
    people: ['x:piet_veldbode'],
  },
  {
    trait: 'a university page with the accounts of a department in its text and of the university in the foot',
    url: 'https://www.uni-veld.example/en/departments/physics',
    html: `<title>Physics | University of Veld</title><main><h1>Physics</h1><p>${'Research and teaching in physics. '.repeat(5)}</p><h2>Follow the department</h2><ul><li><a href="https://x.com/veldphysics">X</a></li><li><a href="https://www.youtube.com/@veldphysics">YouTube</a></li></ul></main><footer><ul>${row('https://x.com/univeld', 'https://www.instagram.com/univeld')}</ul></footer>`,
    ours: ['x:univeld', 'instagram:univeld', 'x:veldphysics', 'youtube:@veldphysics'],
  },
  {
    trait: 'a municipality that names WhatsApp with a telephone number and writes out its handle',
    url: 'https://www.birkveld.nl/contact',
    html: '<title>Contact | Gemeente Birkveld</title><main><h1>Contact</h1><ul><li>WhatsApp: <a href="https://wa.me/31612345678">06 - 12 34 56 78</a></li><li>X: @gembirkveld</li><li><a href="https://www.facebook.com/gemeentebirkveld">facebook.com/gemeentebirkveld</a></li></ul></main>',
    ours: ['whatsapp:31612345678', 'x:gembirkveld', 'facebook:gemeentebirkveld'],
  },
  {
    trait: 'a list of partners with their accounts',
    url: 'https://buurthuisveld.nl/partners',
    html: `<title>Partners | Buurthuis Veld</title><main><h1>Onze partners</h1><ul class="partners">${[
      'Bakker Bol|bakkerbol',
      'Kapper Kris|kapperkris',
      'Garage Gijs|garagegijs',
    ]
      .map((one) => one.split('|'))
      .map(
        ([name, handle]) =>
          `<li><h3>${name}</h3><a href="https://www.facebook.com/${handle}">Facebook</a> <a href="https://www.instagram.com/${handle}">Instagram</a></li>`,
      )
      .join('')}</ul></main><footer><a href="https://www.facebook.com/buurthuisveld"><i class="fa fa-facebook"></i></a></footer>`,
    ours: ['facebook:buurthuisveld'],
  },
  {
    trait: 'a page of questions that links posts of others',
    url: 'https://www.veldapotheek.nl/faq',
    html: `<title>Vragen | Veldapotheek</title><main><p>Lees ook <a href="https://www.facebook.com/voedingscentrum/posts/123456">dit bericht</a> van het Voedingscentrum over suiker en zout, en bekijk <a href="https://www.youtube.com/watch?v=abcdefghijk">deze film</a> als je meer wilt weten.</p></main><footer><a href="https://www.linkedin.com/company/veldapotheek/">LinkedIn</a></footer>`,
    ours: ['linkedin:company/veldapotheek'],
  },
  {
    trait: 'a French association with its own words',
    url: 'https://www.lespetitspains.fr/contact',
    html: `<html lang="fr"><title>Contact - Les Petits Pains</title><div class="pied"><h4>Suivez-nous</h4><a href="https://www.facebook.com/pains.du.coin">Facebook</a> <a href="https://www.instagram.com/pains.du.coin">Instagram</a></div><p>Site réalisé par <a href="https://www.linkedin.com/company/atelier-toile">Atelier Toile</a></p></html>`,
    ours: ['facebook:painsducoin', 'instagram:pains.du.coin'],
  },
  {
    trait: 'a Spanish club with its own words and a credit',
    url: 'https://www.clubdelrio.es/',
    html: `<html lang="es"><title>Club del Río</title><footer><p>Síguenos en <a href="https://www.instagram.com/rioclub_1950">Instagram</a></p><p>Diseñado por <a href="https://www.instagram.com/estudio.luz">Estudio Luz</a></p></footer></html>`,
    ours: ['instagram:rioclub_1950'],
  },
]

import { type PageTrait, row, story } from './trait.ts'

/** What systems for making sites write. */
export const systems: readonly PageTrait[] = [
  {
    trait: "WordPress with Yoast: one graph for the site, its publisher and the post's author",
    url: 'https://dekoppel.nl/blog/brood-bakken/',
    html: `<head><title>Brood bakken - De Koppel</title><meta property="og:site_name" content="De Koppel"><meta property="article:publisher" content="https://www.facebook.com/dekoppelbakt/"><meta name="twitter:creator" content="@mies_meel"><meta name="twitter:site" content="@dekoppel">
      <script type="application/ld+json" class="yoast-schema-graph">{"@context":"https://schema.org","@graph":[{"@type":"Article","@id":"https://dekoppel.nl/blog/brood-bakken/#article","author":{"name":"Mies Meel","@id":"https://dekoppel.nl/#/schema/person/1"},"publisher":{"@id":"https://dekoppel.nl/#organization"}},{"@type":"Organization","@id":"https://dekoppel.nl/#organization","name":"De Koppel","sameAs":["https://www.facebook.com/dekoppelbakt/","https://x.com/dekoppel","https://www.instagram.com/dekoppel.bakkerij/"]},{"@type":"Person","@id":"https://dekoppel.nl/#/schema/person/1","name":"Mies Meel","sameAs":["https://www.instagram.com/mies.meel/","https://x.com/mies_meel"]}]}</script></head>
      <body><article class="post"><header class="entry-header"><h1>Brood bakken</h1></header><div class="entry-content">${story}</div></article></body>`,
    ours: ['facebook:dekoppelbakt', 'x:dekoppel', 'instagram:dekoppel.bakkerij'],
  },
  {
    trait: 'WordPress author box with the icons of the author, beside the site footer',
    url: 'https://dekoppel.nl/blog/gist/',
    html: `<title>Gist - De Koppel</title><article><h1>Gist</h1>${story}<div class="author-box"><h4>Over Mies Meel</h4><p>Mies schrijft over meel.</p><div class="author-social"><a href="https://twitter.com/mies_meel"></a><a href="https://www.instagram.com/mies.meel"></a></div></div></article><footer id="colophon"><ul>${row('https://www.facebook.com/dekoppel', 'https://www.instagram.com/dekoppel')}</ul></footer>`,
    ours: ['facebook:dekoppel', 'instagram:dekoppel'],
    people: ['x:mies_meel', 'instagram:mies.meel'],
  },
  {
    trait: 'Elementor social icons with words for screen readers only',
    url: 'https://dekoppel.nl/',
    html: `<title>De Koppel</title><div data-elementor-type="footer" class="elementor elementor-location-footer"><div class="elementor-social-icons-wrapper elementor-grid"><span class="elementor-grid-item"><a class="elementor-icon elementor-social-icon elementor-social-icon-facebook" href="https://www.facebook.com/koppelbrood" target="_blank"><span class="elementor-screen-only">Facebook</span><i class="fab fa-facebook"></i></a></span><span class="elementor-grid-item"><a class="elementor-icon elementor-social-icon" href="https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"><span class="elementor-screen-only">Youtube</span></a></span></div></div>`,
    ours: ['facebook:koppelbrood', 'youtube:channel/UCabcdefghijklmnopqrstuv'],
  },
  {
    trait: 'Wix: a social bar, and a theme that left the accounts of Wix',
    url: 'https://www.koppelbrood.nl/',
    html: `<title>Koppelbrood</title><footer id="SITE_FOOTER"><ul aria-label="Social Bar"><li><a href="https://www.instagram.com/wix/" aria-label="Instagram"><img alt="Instagram"></a></li><li><a href="http://www.facebook.com/wix" aria-label="Facebook"><img alt="Facebook"></a></li><li><a href="https://www.tiktok.com/@koppelbrood" aria-label="TikTok"><img alt="TikTok"></a></li></ul><p>© 2025 by Koppelbrood. Powered and secured by <a href="https://www.wix.com">Wix</a></p></footer>`,
    ours: ['tiktok:koppelbrood'],
  },
  {
    trait: 'Squarespace: icons as drawings in the header, and the credit',
    url: 'https://koppelbrood.com/about',
    html: `<title>About — Koppelbrood</title><header id="header"><div class="header-actions-action header-actions-action--social"><a class="icon icon--fill header-icon" href="https://instagram.com/kpplbrd" target="_blank" aria-label="kpplbrd"><svg><use xlink:href="#instagram-unauth-icon"></use></svg></a><a class="icon icon--fill" href="https://www.pinterest.com/koppelbrood/" aria-label="Pinterest"><svg></svg></a></div></header><main><p>Hi</p></main><footer><p>Powered by <a href="http://www.squarespace.com">Squarespace</a></p></footer>`,
    ours: ['instagram:kpplbrd', 'pinterest:koppelbrood'],
  },
  {
    trait: 'TYPO3: a German town with a menu of services and two-click share buttons',
    url: 'https://www.stadt-birkenau.example/rathaus',
    html: `<html lang="de"><title>Rathaus - Stadt Birkenau</title><header><nav><a href="/">Start</a></nav></header><main>${story}<div class="shariff" data-services="[&quot;facebook&quot;,&quot;twitter&quot;]" data-twitter-via="stadtbirkenau"></div></main><footer><h3>Folgen Sie uns</h3><a href="https://www.facebook.com/stadtbirkenau" title="Externer Link zu Facebook"></a><a href="https://social.bund.de/@stadtbirkenau" rel="me">Mastodon</a></footer></html>`,
    ours: ['facebook:stadtbirkenau', 'mastodon:@stadtbirkenau@social.bund.de', 'x:stadtbirkenau'],
  },
  {
    trait: 'Drupal: a block of links in a region, and social share paths',
    url: 'https://www.museumveld.nl/nieuws/1',
    html: `<title>Nieuws | Museum Veld</title><div class="region region-footer-first"><div class="block block-social-media-links"><ul class="social-media-links--platforms platforms inline horizontal"><li><a class="social-media-link-icon--instagram" href="https://www.instagram.com/museumveld" aria-label="instagram"></a></li><li><a href="https://www.youtube.com/museumveld" aria-label="youtube"></a></li></ul></div></div><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A//www.museumveld.nl/nieuws/1"></a>`,
    ours: ['instagram:museumveld', 'youtube:museumveld'],
  },
  {
    trait: "Joomla: a module with the site's page plugin, and the template maker's own accounts in the foot",
    url: 'https://www.svdekievit.nl/index.php',
    html: `<title>SV De Kievit</title><div class="moduletable"><div class="fb-page" data-href="https://www.facebook.com/svkievit1931" data-tabs="timeline"></div></div><div id="footer"><p>Joomla Template by <a href="https://x.com/templatemaker">TemplateMaker</a></p></div>`,
    ours: ['facebook:svkievit1931'],
  },
  {
    trait: 'Shopify: the footer list, a theme preset left empty, and payment icons',
    url: 'https://kopjeskoning.nl/collections/all',
    html: `<title>Alle kopjes – Kopjeskoning</title><footer class="site-footer"><ul class="list-social">${row('https://www.instagram.com/kopjeskoning', 'https://www.pinterest.com/kopjeskoning', 'https://twitter.com/shopify', 'https://facebook.com/shopify')}</ul><small>© 2025, <a href="/">Kopjeskoning</a> <a href="https://www.shopify.com">Powered by Shopify</a></small></footer>`,
    ours: ['instagram:kopjeskoning', 'pinterest:kopjeskoning'],
  },
  {
    trait: "Hugo: a personal site whose icons stand in the middle, with the theme's GitHub in the foot",
    url: 'https://noorbouwt.nl/',
    html: `<html><head><title>Noor bouwt</title><meta name="author" content="Noor Bouwt"></head><body><main class="home"><h1>Noor bouwt</h1><div class="social-icons">${row('https://github.com/noorbouwt', 'https://mastodon.social/@noorbouwt', 'https://www.linkedin.com/in/noor-bouwt')}</div></main><footer>Powered by <a href="https://gohugo.io">Hugo</a> &amp; <a href="https://github.com/adityatelang/hugo-PaperMod">PaperMod</a></footer></body></html>`,
    ours: ['github:noorbouwt', 'mastodon:@noorbouwt@mastodon.social'],
    people: ['linkedin:in/noor-bouwt'],
  },
]

import { type PageTrait, row, story } from './trait.ts'

/** Widgets, buttons, banners and leftovers. */
export const widgets: readonly PageTrait[] = [
  {
    trait: 'Smash Balloon: a feed with a header of its own and a link to every post',
    url: 'https://koppelbrood.nl/',
    html: `<title>Koppelbrood</title><div id="sb_instagram" class="sbi" data-feedid="sbi_koppelbrood#6"><div class="sb_instagram_header"><a href="https://www.instagram.com/koppelbrood/" target="_blank" class="sbi_header_link" title="@koppelbrood"><div class="sbi_header_text"><h3>koppelbrood</h3></div></a></div><div id="sbi_images"><div class="sbi_item"><a class="sbi_photo" href="https://www.instagram.com/p/Cabc123/"></a></div></div><div id="sbi_load"><span class="sbi_follow_btn"><a href="https://www.instagram.com/koppelbrood/">Volg ons op Instagram</a></span></div></div>`,
    ours: ['instagram:koppelbrood'],
  },
  {
    trait: 'Curator and Juicer: a feed of posts by others under a hashtag',
    url: 'https://festivalveld.nl/',
    html: `<title>Festival Veld</title><div class="crt-feed"><div class="crt-post"><div class="crt-post-header"><a class="crt-post-share" href="https://www.instagram.com/tante_toos">Tante Toos</a></div></div><div class="crt-post"><a class="crt-post-username" href="https://x.com/oom_olaf">@oom_olaf</a></div></div><ul class="juicer-feed"><li class="feed-item"><a class="j-poster" href="https://www.instagram.com/neef.nico">neef.nico</a></li></ul><footer>${row('https://www.instagram.com/festivalveld', 'https://www.facebook.com/festivalveld')}</footer>`,
    ours: ['instagram:festivalveld', 'facebook:festivalveld'],
  },
  {
    trait: 'Elfsight: a script alone says nothing, the link beside it does',
    url: 'https://koppelbrood.nl/foto',
    html: '<title>Foto - Koppelbrood</title><script src="https://apps.elfsight.com/p/platform.js" defer></script><div class="elfsight-app-1"></div><p>Meer op <a href="https://www.instagram.com/koppelbrood">Instagram</a></p>',
    ours: ['instagram:koppelbrood'],
  },
  {
    trait: 'AddToAny: a share kit and a follow kit',
    url: 'https://koppelbrood.nl/',
    html: `<title>Koppelbrood</title><div class="a2a_kit a2a_kit_size_32 addtoany_list"><a class="a2a_button_facebook" href="https://www.addtoany.com/add_to/facebook?linkurl=https%3A%2F%2Fkoppelbrood.nl"></a><a class="a2a_dd addtoany_share" href="https://www.addtoany.com/share"></a></div><div class="a2a_kit a2a_follow"><a class="a2a_button_facebook" href="https://www.facebook.com/broodjevankoppel"></a><a class="a2a_button_instagram" href="https://www.instagram.com/broodjevankoppel"></a></div>`,
    ours: ['facebook:broodjevankoppel', 'instagram:broodjevankoppel'],
  },
  {
    trait: 'Jetpack: the social menu widget and the share buttons',
    url: 'https://koppelbrood.nl/2024/05/brood',
    html: `<title>Brood – Koppelbrood</title><article>${story}<div class="sharedaddy sd-sharing-enabled"><ul><li class="share-facebook"><a href="https://koppelbrood.nl/brood/?share=facebook">Facebook</a></li></ul></div></article><aside class="widget widget_wpcom_social_media_icons_widget"><ul><li><a href="https://www.facebook.com/koppelbrood" class="genericon genericon-facebook"><span class="screen-reader-text">View koppelbrood’s profile on Facebook</span></a></li></ul></aside>`,
    ours: ['facebook:koppelbrood'],
  },
  {
    trait: 'a cookie banner that names platforms and links their policies',
    url: 'https://koppelbrood.nl/',
    html: `<title>Koppelbrood</title><div id="cookie-notice"><p>Wij gebruiken cookies van <a href="https://www.facebook.com/policies/cookies/">Facebook</a>, <a href="https://twitter.com/nl/privacy">Twitter</a> en <a href="https://www.linkedin.com/legal/cookie-policy">LinkedIn</a>.</p></div><footer><a href="https://www.facebook.com/koppelbrood">Facebook</a></footer>`,
    ours: ['facebook:koppelbrood'],
  },
  {
    trait: "a privacy page in German with the platforms' own addresses",
    url: 'https://www.stadt-birkenau.example/datenschutz',
    html: `<html lang="de"><title>Datenschutz - Stadt Birkenau</title><main><p>Auf unseren Seiten sind Plugins von Facebook (https://www.facebook.com/policy.php), Twitter (https://twitter.com/de/privacy), Instagram (http://instagram.com/about/legal/privacy/), Pinterest (https://about.pinterest.com/de/privacy-policy), XING (https://www.xing.com/app/share?op=data_protection) und YouTube (https://www.youtube.com/intl/de/about/policies/) eingebunden, sowie Opt-out unter https://www.facebook.com/adpreferences.</p></main><footer><a href="https://www.facebook.com/stadtbirkenau">Facebook</a></footer></html>`,
    ours: ['facebook:stadtbirkenau'],
  },
  {
    trait: 'a theme maker in the foot, with icons of its own in brackets',
    url: 'https://koppelbrood.nl/',
    html: `<title>Koppelbrood</title><footer><div class="social">${row('https://www.facebook.com/koppelbrood')}</div><div class="site-info">Theme: Meel by <a href="https://themes.example">Themes Example</a> (<a href="https://x.com/themes_example"></a>)</div></footer>`,
    ours: ['facebook:koppelbrood'],
  },
  {
    trait: '"as seen on" with the accounts of papers',
    url: 'https://koppelbrood.nl/',
    html: `<title>Koppelbrood</title><section><h2>Bekend van</h2><a href="https://www.instagram.com/veldbode"><img alt="De Veldbode"></a><a href="https://www.instagram.com/radioveld"><img alt="Radio Veld"></a><a href="https://www.instagram.com/tvoost"><img alt="TV Oost"></a></section><footer><a href="https://www.instagram.com/koppelbrood"></a></footer>`,
    ours: ['instagram:koppelbrood'],
  },
  {
    trait: 'app stores, a feed icon, e-mail and a telephone number between the icons',
    url: 'https://koppelbrood.nl/',
    html: `<title>Koppelbrood</title><footer><ul>${row('https://apps.apple.com/nl/app/koppelbrood/id123456789', 'https://play.google.com/store/apps/details?id=nl.koppelbrood', 'https://koppelbrood.nl/feed/', 'mailto:info@koppelbrood.nl', 'tel:+31612345678', 'https://www.facebook.com/koppelbrood', 'https://api.whatsapp.com/send?phone=31612345678&text=Hallo')}</ul></footer>`,
    ours: ['facebook:koppelbrood', 'whatsapp:31612345678'],
  },
  {
    trait: 'leftovers of Google+ and an old handle in the head',
    url: 'https://koppelbrood.nl/',
    html: `<head><title>Koppelbrood</title><link rel="publisher" href="https://plus.google.com/+Koppelbrood"><meta name="twitter:site" content="@koppelbrood"></head><footer><a href="https://plus.google.com/112233445566778899001?rel=author"></a></footer>`,
    ours: ['googleplus:+koppelbrood', 'x:koppelbrood', 'googleplus:112233445566778899001'],
  },
  {
    trait: 'share buttons that lead to intents and to bare platforms',
    url: 'https://koppelbrood.nl/brood',
    html: `<title>Brood - Koppelbrood</title><div class="share"><a href="https://www.facebook.com/"></a><a href="https://twitter.com/intent/tweet?text=Brood&url=https://koppelbrood.nl/brood"></a><a href="https://www.linkedin.com/shareArticle?mini=true&url=x"></a><a href="https://www.instagram.com/"></a><a href="whatsapp://send?text=x"></a></div><footer><a href="https://www.youtube.com/c/koppelbrood"></a></footer>`,
    ours: ['youtube:c/koppelbrood'],
  },
  {
    trait: 'icons that a menu for small screens repeats in a template',
    url: 'https://koppelbrood.nl/',
    html: '<title>Koppelbrood</title><template><nav class="offcanvas"><a href="https://www.tiktok.com/@brood.van.koppel"></a></nav></template><div class="mobile-menu"><a href="//www.facebook.com/brood.van.koppel"></a><a href="instagram.com/brood.van.koppel"></a></div>',
    ours: ['tiktok:brood.van.koppel', 'facebook:broodvankoppel', 'instagram:brood.van.koppel'],
  },
  {
    trait: 'an underscore in front of an address in text makes it no address',
    url: 'https://koppelbrood.nl/tekst',
    html: '<title>Tekst - Koppelbrood</title><main><p>Het bestand heet _facebook.com/koppelbrood_oud en staat op de schijf; schrijf naar info@instagram.com/koppelbrood_oud niet.</p></main>',
    ours: [],
  },
]

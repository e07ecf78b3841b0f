import type { Text } from '../src/model/text.ts'

/** Version of the weights, which stands in every record; a change that moves verdicts raises it. */
export const signalsVersion = '2026.3'

/** Log-odds of an account that a page names, before anything else is known of it. */
export const prior = -1

/** From this confidence up a verdict is `ours` or `likely`; up to `notOurs` it is `not-ours`; between them `unknown`. */
export const thresholds = { ours: 0.85, likely: 0.55, notOurs: 0.12 } as const

/** A site whose own names are less like the organisation's than this does not speak for it. */
export const siteLikeness = { yes: 0.6, doubtful: 0.35 } as const

interface WeightedSignal {
  /** Log-odds. */
  readonly weight: number
  readonly text: Text
}

const signal = (weight: number, nl: string, en: string): WeightedSignal => ({ weight, text: { nl, en } })

/** Every reason that the judgement knows. Round numbers: they are judgements, not measurements. */
export const signals = {
  // Where it stands
  'in-footer': signal(1.5, 'Staat in de voet van de site.', 'Stands in the footer of the site.'),
  'in-header': signal(1.5, 'Staat in de kop van de site.', 'Stands in the header of the site.'),
  'in-nav': signal(1, 'Staat in het menu.', 'Stands in the menu.'),
  'in-aside': signal(0.3, 'Staat in de zijkolom.', 'Stands in the sidebar.'),
  'in-article': signal(-1, 'Staat in de tekst van een artikel.', 'Stands in the text of an article.'),
  'in-comments': signal(-3.5, 'Staat bij de reacties van lezers.', 'Stands among comments of readers.'),
  'on-person-card': signal(-2.5, 'Staat bij een persoon.', 'Stands with a person.'),
  'with-other-platforms': signal(1.2, 'Staat in een rij met andere platforms.', 'Stands in a row with other platforms.'),
  'in-social-box': signal(0.5, 'Staat in een blok voor sociale media.', 'Stands in a box for social media.'),
  'asks-to-follow': signal(1, 'De pagina vraagt je om dit account te volgen.', 'The page asks you to follow this account.'),
  'asks-to-follow-us': signal(
    0.8,
    'De pagina zegt daarbij “ons”: ze spreekt over zichzelf.',
    'The page says “us” there: it speaks of itself.',
  ),
  'icon-or-name': signal(
    0.5,
    'De link is een icoon of alleen de naam van het platform.',
    "The link is an icon or the platform's name alone.",
  ),
  'declared-link': signal(
    1.3,
    'De link is gemarkeerd als eigen profiel of volgknop.',
    'The link is marked as own profile or follow button.',
  ),
  'declared-in-head': signal(
    2,
    'De kop van de pagina verklaart dit als eigen profiel (rel=me, rel=publisher).',
    "The page's head declares this as own profile (rel=me, rel=publisher).",
  ),
  'in-running-text': signal(-1, 'Wordt genoemd in een lopende zin.', 'Is named in a running sentence.'),
  'in-embedded-post': signal(-3.5, 'Hoort bij een ingesloten bericht van iemand.', "Belongs to somebody's embedded post."),
  'in-credit': signal(-4, 'Hoort bij de maker van de site of het thema.', 'Belongs to the maker of the site or its theme.'),
  'in-byline': signal(-2.5, 'Hoort bij de schrijver van een stuk.', 'Belongs to the writer of a piece.'),
  'among-partners': signal(-1.5, 'Staat in een lijst van partners of klanten.', 'Stands in a list of partners or customers.'),
  'in-related-item': signal(-1.2, 'Staat in een verwijzing naar iets anders.', 'Stands in a reference to something else.'),
  'in-share-box': signal(-0.5, 'Staat tussen deelknoppen.', 'Stands among share buttons.'),
  'only-in-text': signal(-0.3, 'Staat er als tekst, niet als link.', 'Is written as text, not as a link.'),
  'only-a-post': signal(
    -1.5,
    'De link gaat naar een bericht of project, niet naar het account.',
    'The link goes to a post or project, not to the account.',
  ),
  // What the markup says
  'jsonld-organisation': signal(
    3,
    'De site noemt dit account in haar gegevens als het hare (sameAs).',
    'The site names this account in its data as its own (sameAs).',
  ),
  'jsonld-person': signal(
    -2.5,
    'De gegevens van de pagina noemen dit account bij een persoon.',
    "The page's data name this account with a person.",
  ),
  'jsonld-other': signal(
    -0.5,
    'De gegevens van de pagina noemen dit account bij iets anders.',
    "The page's data name this account with something else.",
  ),
  'twitter-site': signal(
    2.8,
    'De pagina noemt dit als het X-account van de site (twitter:site).',
    'The page names this as the X account of the site (twitter:site).',
  ),
  'twitter-creator': signal(
    -1.5,
    'De pagina noemt dit als account van de schrijver (twitter:creator).',
    "The page names this as the writer's account (twitter:creator).",
  ),
  'article-publisher': signal(2.8, 'De pagina noemt dit als haar uitgever.', 'The page names this as its publisher.'),
  'article-author': signal(-2, 'De pagina noemt dit als haar schrijver.', 'The page names this as its author.'),
  'meta-other': signal(0.8, 'Staat in de kopgegevens van de pagina.', "Stands in the page's head data."),
  'in-script': signal(-1.2, 'Staat alleen in een script van de pagina.', 'Stands only in a script of the page.'),
  'share-via': signal(1, 'Deelknoppen noemen dit account als afzender (via).', 'Share buttons name this account as the sender (via).'),
  'declared-file': signal(4, 'De site verklaart dit account in een eigen bestand.', 'The site declares this account in a file of its own.'),
  // What the name says
  'name-alike': signal(
    2.5,
    'De naam van het account is de naam van de site of organisatie.',
    "The account's name is that of the site or organisation.",
  ),
  'name-close': signal(
    1.6,
    'De naam van het account lijkt sterk op die van de organisatie.',
    "The account's name is much like the organisation's.",
  ),
  'name-related': signal(
    0.7,
    'De naam van het account lijkt op die van de organisatie.',
    "The account's name is somewhat like the organisation's.",
  ),
  'name-unlike': signal(
    -0.7,
    'De naam van het account lijkt niet op die van de organisatie.',
    "The account's name is unlike the organisation's.",
  ),
  'name-of-author': signal(-2, 'De naam van het account is die van de schrijver.', "The account's name is the writer's."),
  'under-a-persons-name': signal(
    -2,
    'Staat onder de naam van een persoon, op een pagina over mensen.',
    "Stands under a person's name, on a page about people.",
  ),
  'same-name-thrice': signal(
    1,
    'Drie of meer platforms hebben hier een account met deze naam.',
    'Three or more platforms have an account of this name here.',
  ),
  'beside-own': signal(
    0.8,
    'Staat in één rij met accounts die zeker van de organisatie zijn.',
    "Stands in one row with accounts that are surely the organisation's.",
  ),
  'beside-personal': signal(-2, 'Staat in één rij met het profiel van een persoon.', "Stands in one row with a person's profile."),
  'another-is-theirs': signal(
    -1.5,
    'Op dit platform heeft de organisatie al een account met haar naam.',
    'On this platform the organisation has an account of its name already.',
  ),
  'same-name-elsewhere': signal(
    1,
    'Op een ander platform heeft de organisatie een account met dezelfde naam.',
    'The organisation has an account of the same name on another platform.',
  ),
  // What the site as a whole says
  'on-most-pages': signal(1.5, 'Staat op de meeste pagina’s.', 'Stands on most pages.'),
  'on-one-page': signal(-0.7, 'Staat op maar één pagina.', 'Stands on one page only.'),
  'among-many': signal(
    -1.5,
    'Staat tussen veel andere accounts van hetzelfde platform.',
    'Stands among many other accounts of the same platform.',
  ),
  'host-default': signal(-8, 'Is het account van het systeem waarop de site draait.', 'Is the account of the system that runs the site.'),
  placeholder: signal(-8, 'Is een voorbeeldnaam die in een sjabloon is blijven staan.', 'Is a sample name that was left in a template.'),
  'personal-address': signal(-4, 'Dit adres is van een persoon.', 'This address is that of a person.'),
  'site-of-another': signal(
    0,
    'De namen van de site lijken niet op de naam van de organisatie.',
    "The site's names are unlike the organisation's name.",
  ),
  'site-in-doubt': signal(
    0,
    'De namen van de site lijken maar deels op de naam van de organisatie.',
    "The site's names are only partly like the organisation's name.",
  ),
  'of-a-part': signal(
    0.5,
    'Staat op een pagina of onder woorden van een locatie, afdeling of campagne.',
    'Stands on a page or under words of a location, department or campaign.',
  ),
  'group-address': signal(-1, 'Dit is een groep, geen account.', 'This is a group, not an account.'),
} as const satisfies Readonly<Record<string, WeightedSignal>>

export type SignalId = keyof typeof signals

/** Accounts of platforms, site builders and themes; they stand on other people's sites by default. Folded handles. */
export const hostAccounts: readonly string[] =
  'wordpress wordpresscom wordpressdotcom wordpressorg automattic medium wix wixcom squarespace shopify weebly blogger blogspot tumblr jimdo webflow hubspot drupal joomla ghost substack hypothesesorg facebook facebookapp meta twitter x xdevelopers instagram youtube youtubecreators linkedin pinterest tiktok whatsapp telegram snapchat google googleplus github vimeo flickr reddit discord elementor elegantthemes themeforest envato addthis addtoany sharethis disqus cookiebot onetrust typo3 prestashop magento bigcommerce godaddy mijnwebwinkel lightspeedhq lightspeed strato one_com onecom'.split(
    ' ',
  )

/** Names that templates hold until somebody fills in a real one. Folded handles. */
export const placeholderNames: readonly string[] =
  'yourpage yourusername yourname yourhandle yourcompany yourcompanyname yourprofile youraccount yourbrand yourchannel yoursite yourbusiness yourfacebook yourfacebookpage yourinstagram yourtwitter yourtwitterhandle yourlinkedin username userid companyname pagename channelname accountname profilename twitterhandle handle myusername mypage publisherhandle authorhandle siteusername siteaccount jouwpagina jouwnaam jouwbedrijf gebruikersnaam benutzername deinname deineseite votrepage votrenom tuusuario usuario nomeutente'.split(
    ' ',
  )

import type { Hint, Zone } from '../../model/mention.ts'

/** Class and id words (nl, en, de, fr) that tell which part of a page an element is. */
export const zoneWords: ReadonlyMap<string, Zone> = new Map(
  Object.entries({
    footer: 'footer voettekst fusszeile footers colophon siteinfo subfooter footernav prefooter fuss',
    header: 'header kopf masthead topbar headerbar siteheader entete preheader toolbar',
    nav: 'nav navbar navigation navigatie menu mainmenu hamburger offcanvas',
    aside: 'sidebar aside zijbalk seitenleiste rail',
    comments: 'comments commentlist reacties kommentare commentaires disqus commentarea guestbook gastenboek',
    'person-card':
      'author authors byline auteur auteurs autor autoren autorin bio biography teammember staff person people medewerker medewerkers mitarbeiter speaker speakers spreker contributor contributors redacteur authorbox employee teamcard teamitem teambox teamperson profilecard membercard boardmember bestuurslid teamlid',
  } satisfies Partial<Record<Zone, string>>).flatMap(([zone, words]) => words.split(' ').map((word) => [word, zone as Zone] as const)),
)

/** Class and id words that colour every mention inside the element. */
export const hintWords: ReadonlyMap<string, Hint> = new Map(
  Object.entries({
    'social-class':
      'social socials sociaal socialmedia sociallinks socialicons socialbar socialnav socialmenu socialnetworks socialize follow followus volg volgons folgen suivez followme rrss sns',
    share:
      'share sharing sharer sharebar sharebuttons sharelinks socialshare shariff addthis addtoany sharedaddy delen teilen partager shares',
    quoted: 'tweet tweets instagrammedia embed embeds embedded fbpost tiktokembed blueskyembed',
    partner: 'partner partners sponsor sponsors clients klanten kunden customers supporters',
    related: 'related gerelateerd verwandt recommended aanbevolen teaser teasers trending carousel testimonial testimonials ugc',
    credit: 'webdesign poweredby madeby siteby builtby',
  } satisfies Partial<Record<Hint, string>>).flatMap(([hint, words]) => words.split(' ').map((word) => [word, hint as Hint] as const)),
)

/** Class names that mark an embedded post as a whole. */
export const quotedClasses =
  /^(?:twitter-tweet|twitter-video|instagram-media|fb-post|fb-video|tiktok-embed|bluesky-embed|mastodon-embed|text-post-media|reddit-embed(?:-bq)?)$/i

/** Class names of a platform's own follow buttons and page plugins. */
export const pluginClasses = /^(?:twitter-follow-button|twitter-timeline|fb-page|fb-like-box|fb-follow|g-page|g-plus|g-ytsubscribe)$/i

/** Words that ask the reader to follow (nl, en, de, fr). */
export const followWords =
  /\b(?:volg|vind je ons|follow|find us|join us|connect|stay (?:connected|in touch)|keep in touch|social media|sociale media|socials|folge|folgen|folgt|besuche|soziale medien|suivez|suivre|retrouvez|r[eé]seaux sociaux|seguici|s[ií]guenos|siga|subscribe|abonneer)\b/i

/** Words for a campaign (nl, en, de, fr). */
export const campaignWords = /\b(?:campagne|campaign|kampagne)\b/i

/** Words that ask to follow us: the page speaks of its own (nl, en, de, fr, es, it, pt). */
export const followUsWords =
  /\b(?:volg (?:ons|ook|mij)|vind je ons|like ons|follow (?:us|me|along)|find us|join us on|connect with us|like us|bezoek ons op|visit us on|besuchen sie uns auf|folge?n? (?:sie )?uns|folgt uns|besuche?n? (?:sie )?uns|(?:suivez|rejoignez|retrouvez)[- ]nous|s[ií]g[ua]enos|siga-nos|seguici)\b/i

/** Words before the maker of a site, a theme or a system (nl, en, de, fr). */
export const creditWords =
  /\b(?:web ?site|web ?design|design(?:ed)?|site|theme|template|built|made|created|developed|powered|hosted|crafted|maintained|realisatie|gerealiseerd|realisation|réalisation|realisierung|umsetzung|ontwerp|ontworpen|gemaakt|gebouwd|ontwikkeld|ontwikkeling|conception|création|gestaltung|erstellt|realizzat[oa]|sviluppat[oa]|desenvolvido|criado|dise[nñ]ado|desarrollado|webb?plats|hjemmeside|realizacja|projekt)\b[^.]{0,12}(?:\bby\b|\bdoor\b|\bvon\b|\bpar\b|\bpor\b|\bda\b|\bav\b|\baf\b|:)\s*$|\bpowered by\b|\b(?:photo(?:s|graphy|graphe|grapher)?|foto(?:'s|s|grafie|graaf|graf)?|beeld|illustrat(?:ies?|ions?)|logo)\s(?:by|door|von|par|por)\s*$|\b(?:fotografie|fotograaf|fotograf|photography|photographer|photographe)\s?:\s*$|\b(?:realisatie|realisierung|umsetzung|réalisation|webdesign|web design)\b[^.]{0,4}$/i

/** Words that name a maker, wherever they stand in a line: what follows them is the maker's (nl, en, de, fr, es). */
export const makerWords =
  /\b(?:web ?site|site|web ?design|design(?:ed)?|theme|template|built|made|created|developed|powered|crafted|gerealiseerd|ontworpen|gemaakt|gebouwd|ontwikkeld|realisiert|gestaltet|erstellt|entwickelt|réalisé|conçu|créé|dise[nñ]ado|desarrollado|realizzat[oa]|sviluppat[oa]|desenvolvido|criado|webb?plats|hjemmeside)[^.|]{0,30}\s(?:by|door|von|par|por|da|av|af)\s|\b(?:realisatie|realisierung|umsetzung|réalisation|web ?design|dise[nñ]o web)\s?[:–-]?\s/gi

/** Headings over lists of others (nl, en, de, fr). */
export const partnerHeadings =
  /^(?:onze |our |unsere |nos |met dank aan |mogelijk gemaakt door )?(?:partners?|sponsors?|sponsoren|sponsored by|clients?|klanten|opdrachtgevers|kunden|partenaires|lid van|member of|mitglied (?:bei|im|von)|supported by|bekend van|as seen (?:on|in)|bekannt aus)\b/i

/** Words right before the name of a whole that the site is part of, or of who helps it (nl, en, de, fr). */
export const wholeWords =
  /\b(?:(?:on)?derdeel van|part of|lid van|a member of|aangesloten bij|partner van|partner of|gesponsord door|sponsored by|supported by|mede mogelijk gemaakt door|ein unternehmen der|teil (?:von|der|des)|mitglied (?:bei|im|von|der)|membre d[eu])\s(?:de |het |the |der |la )?$/i

/** JSON-LD types whose `sameAs` is about a person, or about what the page treats of. Every other type is an organisation or a place of business. */
export const personTypes = new Set(['Person', 'Patient'])
export const otherTypes = new Set(
  'Article NewsArticle BlogPosting Recipe VideoObject ImageObject AudioObject Product Movie TVSeries TVEpisode Book MusicAlbum MusicRecording Event CreativeWork Review ItemList BreadcrumbList Offer Question Answer Thing Country City SoftwareApplication SoftwareSourceCode Course JobPosting Comment SocialMediaPosting PodcastEpisode Episode FAQPage HowTo'.split(
    ' ',
  ),
)
/** Properties under which somebody else stands, whatever the type. */
export const otherProperties = new Set(
  'about mentions itemReviewed review reviews performer performers sponsor funder employee employees founder founders member memberOf alumniOf worksFor affiliation parentOrganization competitor actor director creator contributor comment isPartOf subOrganization knowsAbout brand manufacturer location organizer citation subjectOf'.split(
    ' ',
  ),
)

import type { MentionSource } from '../../model/mention.ts'
import type { Text } from '../../model/text.ts'

/** In what form an account stood on a page, as a reader says it. */
export const sourceWords: Readonly<Record<MentionSource, Text>> = {
  link: { nl: 'een link', en: 'a link' },
  'rel-me': { nl: 'een link die zegt: dit zijn wij', en: 'a link that says: this is us' },
  jsonld: { nl: 'gegevens voor zoekmachines', en: 'data for search engines' },
  microdata: { nl: 'gegevens voor zoekmachines', en: 'data for search engines' },
  'meta-twitter-site': { nl: 'gegevens voor X', en: 'data for X' },
  'meta-twitter-creator': { nl: 'gegevens voor X over de schrijver', en: 'data for X about the writer' },
  'article-publisher': { nl: 'gegevens voor Facebook', en: 'data for Facebook' },
  'article-author': { nl: 'gegevens voor Facebook over de schrijver', en: 'data for Facebook about the writer' },
  'meta-other': { nl: 'gegevens achter de pagina', en: 'data behind the page' },
  'plugin-frame': { nl: 'een venster van het platform in de pagina', en: 'a window of the platform in the page' },
  'data-attribute': { nl: 'de code van de pagina', en: 'the code of the page' },
  'inline-script': { nl: 'een script in de pagina', en: 'a script in the page' },
  'share-via': { nl: 'een deelknop', en: 'a share button' },
  text: { nl: 'gewone tekst', en: 'plain text' },
  'declared-file': { nl: 'een bestand van de website', en: 'a file of the website' },
}

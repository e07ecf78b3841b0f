import { z } from 'zod'
import { addressSchema } from './platform.ts'

/** The place in the markup that named an account. */
export const mentionSources = [
  'link', 'rel-me', 'jsonld', 'microdata', 'meta-twitter-site', 'meta-twitter-creator', 'article-publisher', 'article-author',
  'meta-other', 'plugin-frame', 'data-attribute', 'inline-script', 'share-via', 'text', 'declared-file',
] as const
export type MentionSource = (typeof mentionSources)[number]

/** The part of the page where it stood. */
export const zones = ['head', 'header', 'nav', 'main', 'article', 'aside', 'comments', 'footer', 'social-box', 'person-card', 'unknown'] as const
export type Zone = (typeof zones)[number]

/** One occurrence of a platform's address on one page. */
export const mentionSchema = z.object({
  address: addressSchema,
  source: z.enum(mentionSources),
  zone: z.enum(zones),
  /** What the reader sees or hears: link text, aria-label, title or alt. At most 200 characters. */
  label: z.string(),
  /** The quoted fragment of the page, at most 300 characters. */
  quote: z.string(),
  /** The address as it was written on the page, at most 2,000 characters. */
  raw: z.string(),
})
export type Mention = z.infer<typeof mentionSchema>

/** How one page, read once, testifies: what later judgement needs and nothing else. */
export const pageReadingSchema = z.object({
  url: z.string(),
  title: z.string(),
  /** Names the site gives itself: og:site_name, JSON-LD Organization, header logo's alt. */
  siteNames: z.array(z.string()),
  lang: z.string().nullable(),
  mentions: z.array(mentionSchema),
  fetchedAt: z.string(),
  /** Digest of the evidence record of this page, when it was kept. */
  record: z.string().nullable(),
})
export type PageReading = z.infer<typeof pageReadingSchema>

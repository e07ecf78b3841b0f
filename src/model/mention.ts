import { z } from 'zod'
import { addressSchema } from './platform.ts'
import { siteFactsSchema } from './site-facts.ts'

/** The place in the markup that named an account. */
export const mentionSources = [
  'link',
  'rel-me',
  'jsonld',
  'microdata',
  'meta-twitter-site',
  'meta-twitter-creator',
  'article-publisher',
  'article-author',
  'meta-other',
  'plugin-frame',
  'data-attribute',
  'inline-script',
  'share-via',
  'text',
  'declared-file',
] as const
export type MentionSource = (typeof mentionSources)[number]

/** The part of the page where it stood. */
export const zones = [
  'head',
  'header',
  'nav',
  'main',
  'article',
  'aside',
  'comments',
  'footer',
  'social-box',
  'person-card',
  'unknown',
] as const
export type Zone = (typeof zones)[number]

/** What the place of a mention looks like; an observation, judged later. */
const hints = [
  /** Words near it ask to follow: "volg ons", "follow us". */
  'follow',
  /** Words near it ask to follow *us*: "volg ons", "suivez-nous". */
  'follow-us',
  /** A picture or icon without text. */
  'icon',
  /** The label is the platform's name alone. */
  'platform-label',
  /** The address is `rel=me`, `rel=publisher` or a follow button or page plugin. */
  'declared',
  /** In a box whose class says social media. */
  'social-class',
  /** In a box of share buttons. */
  'share',
  /** After "website by", "realisatie", "powered by". */
  'credit',
  /** Inside an embedded post of somebody. */
  'quoted',
  /** In a byline, or the markup says author. */
  'byline',
  /** In a list of partners, sponsors, customers. */
  'partner',
  /** In a teaser, a related item or a feed of posts. */
  'related',
  /** Inside a running sentence. */
  'prose',
  /** The words before it speak of a campaign. */
  'campaign',
  /** In `<template>` or `<noscript>`, or hidden. */
  'hidden',
] as const
export type Hint = (typeof hints)[number]

/** Whom structured data names as the owner: the site's organisation, a person, or something else that the page is about. */
const entities = ['organisation', 'person', 'other'] as const
export type Entity = (typeof entities)[number]

/** One occurrence of a platform's address on one page. */
const mentionSchema = z.object({
  address: addressSchema,
  source: z.enum(mentionSources),
  zone: z.enum(zones),
  /** What the reader sees or hears: link text, aria-label, title or alt. At most 200 characters. */
  label: z.string(),
  /** The quoted fragment of the page, at most 300 characters. */
  quote: z.string(),
  /** The address as it was written on the page, at most 2,000 characters. */
  raw: z.string(),
  hints: z.array(z.enum(hints)),
  /** Owner according to structured data; `null` where the markup does not say. */
  entity: z.enum(entities).nullable(),
  /** The heading it stands under, at most 120 characters, '' when there is none. */
  heading: z.string(),
  /** Mentions with the same number stand together in one small box of links; `null` outside any. */
  group: z.number().int().nullable(),
})
export type Mention = z.infer<typeof mentionSchema>

/** How one page, read once, testifies: what later judgement needs and nothing else. */
const pageReadingSchema = z.object({
  url: z.string(),
  title: z.string(),
  /** Names the site gives itself: og:site_name, JSON-LD Organization, header logo's alt. */
  siteNames: z.array(z.string()),
  lang: z.string().nullable(),
  /** Names of people that the page gives as its authors. */
  authors: z.array(z.string()),
  mentions: z.array(mentionSchema),
  /** How the page says its organisation can be reached; absent where nobody asked. */
  contacts: siteFactsSchema.optional(),
  fetchedAt: z.string(),
  /** Digest of the evidence record of this page, when it was kept. */
  record: z.string().nullable(),
})
export type PageReading = z.infer<typeof pageReadingSchema>

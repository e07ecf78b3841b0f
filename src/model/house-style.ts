import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Where an agreement stands: the passage of the policy, and the document's name or address. */
export const passageSchema = z.object({ quote: z.string().max(1_000), document: z.string().max(300) })
export type Passage = z.infer<typeof passageSchema>

/**
 * How a name is built: literals with tokens in braces, `{given}_acme`. Tokens: given, infix, family, initial, initials,
 * familyinitial, organisation, short, acronym, domain, unit, place, role. `{given}` is lower case, `{Given}` has a capital,
 * `{GIVEN}` is upper case.
 */
export const namePatternSchema = z.string().trim().min(1).max(100)
export type NamePattern = z.infer<typeof namePatternSchema>

/** Patterns in order of preference: the first that fits the platform and is free is meant. */
const namePatterns = z.array(namePatternSchema).max(5)

const logoFileSchema = z.object({
  /** Digest of the file in the blob store (SVG or picture). */
  file: digest,
  name: z.string().max(200),
  kind: z.enum(['mark', 'wordmark']),
  /** On which ground it stands. */
  ground: z.enum(['any', 'light', 'dark']),
  /** A version that is no longer to be used; found on an account, it is a finding. */
  old: z.boolean(),
})
export type LogoFile = z.infer<typeof logoFileSchema>

/**
 * What an organisation agreed for its own accounts. `null` or an empty list: nothing is agreed, and then the product says
 * what most accounts do.
 */
export const houseStyleSchema = z.object({
  names: z.object({
    organisation: namePatterns,
    units: namePatterns,
    people: namePatterns,
    /** Of display names: `{organisation} {place}`. */
    display: namePatterns,
    passage: passageSchema.nullable(),
  }),
  background: z.object({
    /** Digests of reference banners; one of them is meant. */
    references: z.array(digest).max(10),
    passage: passageSchema.nullable(),
  }),
  portraits: z.object({
    /** `one-backdrop`: all portraits before one backdrop in one light. */
    rule: z.enum(['one-backdrop', 'free']).nullable(),
    passage: passageSchema.nullable(),
  }),
  logo: z.object({
    files: z.array(logoFileSchema).max(20),
    inAvatar: z.enum(['must', 'may', 'must-not']).nullable(),
    passage: passageSchema.nullable(),
  }),
  colours: z.object({ hex: z.array(z.string().regex(/^#[0-9a-f]{6}$/)).max(12), passage: passageSchema.nullable() }),
  description: z.object({
    /** Words or phrases that have to stand in it. */
    words: z.array(z.string().trim().min(1).max(100)).max(10),
    /** The address that it has to lead to. */
    link: z.string().max(500).nullable(),
    passage: passageSchema.nullable(),
  }),
  /** Checks that the organisation switched off; they do not count. */
  off: z.array(z.string()).max(40),
})
export type HouseStyle = z.infer<typeof houseStyleSchema>

/** Nothing agreed yet. */
export const noHouseStyle: HouseStyle = {
  names: { organisation: [], units: [], people: [], display: [], passage: null },
  background: { references: [], passage: null },
  portraits: { rule: null, passage: null },
  logo: { files: [], inAvatar: null, passage: null },
  colours: { hex: [], passage: null },
  description: { words: [], link: null, passage: null },
  off: [],
}

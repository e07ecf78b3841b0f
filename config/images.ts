/** Version of the methods and of the numbers below; a change that moves verdicts raises it. */
export const imageMethods = '2026.1'

/**
 * Log-odds that two pictures are crops of one, from what `likeness/verify.ts` measures. Fitted by logistic regression on labelled
 * crops of photos and brand banners, half of them tuned on and the other half judged, then on all. Counts of blocks go
 * in as log(1 + n).
 */
export const likenessWeights = {
  start: -3.24,
  fit: 1.17,
  likeness: 2.68,
  /** Below zero because `likeness` already says it; together they keep one sharp logo from deciding. */
  alike: -0.4,
  edges: 3.66,
  colours: 0.98,
  /** Of 60 grey levels, at most one: a tint or a darker copy costs something, never everything. */
  colourGap: -2.12,
  textured: -0.54,
  spread: 2.36,
  overlap: -0.21,
  likenessByTexture: 1.14,
} as const

/** `same` from here; below `different` no; between them it cannot be told. In log-odds. */
export const likenessBounds = {
  same: 1,
  /** A flat banner has little but its logo, so it has to be surer: other marks on one ground reached 1.3. */
  sameWhenFlat: 2,
  /** Fewer blocks with something to see than this is flat. */
  flatBelow: 24,
  different: -2,
  /** So sure that the other ways to lay one on the other need not be tried. */
  decisive: 5,
  /** Fewer blocks in common than this is no ground for a verdict. */
  leastBlocks: 4,
} as const

/** Log-odds that a logo is there, from what `logos/settle.ts` measures at its best spot. Fitted as above, by logo. */
export const logoWeights = {
  start: -8.11,
  drawn: 3.72,
  clean: 3.28,
  blocks: 3.08,
  colours: 1.92,
  ground: 3.59,
  /** Where no spot comes near, by the fit of its edges alone: under what nearly any spot that was looked at closely reaches. */
  rough: { start: -10, byFit: 10 },
} as const

/**
 * How far a search goes. Of 80 marks in their own pictures none fitted less than 0.59 at its spot, and the right spot was the
 * best or the second; of pictures of other marks nine in ten have no spot above 0.45.
 */
export const logoSearch = { closer: 8, judged: 2, leastFit: 0.42 } as const

/**
 * A mark that reaches more than this where it is not (a bar, a ring) has to be that much surer. Marks of forty brands
 * reached -4.4 in the middle and -2.7 at most, a plain bar 1.2.
 */
export const logoNullLevel = -2.4

/** `present` from here, `absent` below; between them it cannot be told. */
export const logoBounds = { present: 0, absent: -1.2 } as const

/**
 * Log-odds that two portraits have one backdrop and light. `light`: logarithm of the shift in lightness plus two.
 * `plain`: a backdrop without detail (`plainBelow` of its pixels an edge) is like any other, unless colour and light
 * agree closely.
 */
export const backdropWeights = {
  start: -9.21,
  colours: 3.17,
  beside: 2.14,
  hues: 4.58,
  patterns: 4.54,
  edges: 1.78,
  light: -0.8,
  plain: -1.91,
  plainBelow: 0.2,
  close: { colours: 0.9, hues: 0.85, lightShift: 4 },
} as const

/** One per cent of unrelated pairs reach 1.8. Below `different` no; between them it cannot be told. */
export const backdropBounds = { same: 1.8, different: 0.2 } as const

/** Two colours that make up more of an avatar than this: a drawn mark, in which no face is looked for. */
export const drawnAbove = 0.96

/** What one picture and one set may ask of the machine. */
export const imageLimits = {
  bytes: 20 * 1024 * 1024,
  pixels: 60_000_000,
  pictures: 12_000,
  /** Each picture is compared with this many of the likeliest others. */
  candidates: 4,
} as const

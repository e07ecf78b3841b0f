import { z } from 'zod'

/** Pictures are named by the digest of their bytes, so that one that several accounts share is looked at once. */
const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** `cannot-tell`: too little structure or too small an overlap to say, which is not the same as different. */
const likenessVerdicts = ['same', 'different', 'cannot-tell'] as const
export type LikenessVerdict = (typeof likenessVerdicts)[number]

/**
 * What a picture is to the organisation. A `reference` is the agreed one; an `avatar` with a face in it counts as a
 * portrait, and so does a `portrait` only when its face is seen.
 */
const pictureRoles = ['banner', 'avatar', 'portrait', 'banner-reference', 'avatar-reference', 'logo'] as const
export type PictureRole = (typeof pictureRoles)[number]

/** The pictures to compare; lies in the blob store. */
export const pictureListSchema = z.array(z.object({ digest, role: z.enum(pictureRoles) }))

const pictureGroupSchema = z.object({
  members: z.array(digest),
  /** The agreed picture that the group shows. */
  reference: digest.nullable(),
})
export type PictureGroup = z.infer<typeof pictureGroupSchema>

/** A likeness with a measured score, kept as the evidence of a verdict. */
const pairVerdictSchema = z.object({
  a: digest,
  b: digest,
  verdict: z.enum(likenessVerdicts),
  /** 0 to 1; what it means is the method's own. */
  score: z.number(),
})
export type PairVerdict = z.infer<typeof pairVerdictSchema>

/** Parts of the picture's width and height, 0 to 1, from its top left corner. */
const faceBoxSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })
export type FaceBox = z.infer<typeof faceBoxSchema>

/** How the pictures of one set compare: what the checks judge by. Made by `images/`, of pixels alone. */
export const picturesReadingSchema = z.object({
  /** Version of the methods. */
  methods: z.string(),
  banners: z.object({
    /** Each banner in exactly one group; one that is like no other is a group of one. */
    groups: z.array(pictureGroupSchema),
    /** Those that could not be told from another or from the reference. */
    unsure: z.array(digest),
    pairs: z.array(pairVerdictSchema),
  }),
  /** The same for avatars that are no portraits. */
  avatars: z.object({ groups: z.array(pictureGroupSchema), unsure: z.array(digest), pairs: z.array(pairVerdictSchema) }),
  /** Per picture and logo. `cannot-tell`: the picture is too small for this logo. */
  logos: z.array(z.object({ picture: digest, logo: digest, verdict: z.enum(['present', 'absent', 'cannot-tell']), score: z.number() })),
  portraits: z.object({
    /** Portraits before one backdrop and in one light; each in exactly one group. */
    groups: z.array(pictureGroupSchema),
    pairs: z.array(pairVerdictSchema),
    /** One face box per portrait; never more of a face than where it is. */
    faces: z.array(z.object({ picture: digest, face: faceBoxSchema })),
  }),
  palettes: z.array(z.object({ picture: digest, colours: z.array(z.object({ hex: z.string(), share: z.number() })) })),
  /** What is left of an avatar in the round crop at 48 pixels. */
  legibility: z.array(
    z.object({
      picture: digest,
      width: z.number().int(),
      height: z.number().int(),
      /** Share of the picture's detail that falls outside the circle, 0 to 1. */
      cutOff: z.number(),
      /** Detail that is left at 48 pixels, 0 to 1. */
      detail: z.number(),
      /** Contrast between motif and ground, 1 to 21 (WCAG). */
      contrast: z.number(),
    }),
  ),
  /** Pictures that could not be decoded. */
  unreadable: z.array(digest),
})
export type PicturesReading = z.infer<typeof picturesReadingSchema>

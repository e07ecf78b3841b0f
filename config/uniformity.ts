/** What the uniformity checks take as their measure where an organisation agreed nothing. A change here is a new rubric. */
export const uniformity = {
  /** Minutes that a practised person needs to change a field, by hand, on the platform itself. */
  minutes: { handle: 15, displayName: 5, banner: 10, avatar: 5, description: 10, website: 5 },
  palette: {
    /** CIEDE2000. Two colours further apart than 10 are called different colours; recompression and tints stay within it. */
    tolerance: 10,
    /** Share of the picture that has to be in the colours of the house: a button or a letter is no ground. */
    share: 0.1,
  },
  legibility: {
    /** The platforms' common mark: pictures below it are blown up on a phone with a sharp screen. Pixels. */
    side: 200,
    /** Share of the detail that falls outside the round crop. */
    cutOff: 0.12,
    /** Detail that has to be left at 48 pixels. */
    detail: 0.3,
    /** WCAG 2.2, 1.4.11: what carries meaning stands out 3 to 1. */
    contrast: 3,
  },
  /** From this many people on, a group is spoken of; below it a share would point at somebody. */
  peopleFloor: 5,
} as const

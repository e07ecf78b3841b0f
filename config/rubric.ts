import type { Rubric } from '../src/scoring/score.ts'

/**
 * What counts for how much. A change that moves scores gets a new version, so that an older audit still says by which
 * rubric it was scored.
 */
export const rubric = {
  version: '2026.1',
  weights: {
    'names-across-platforms': 10,
  },
  floors: {
    // Half: under it, what was not seen could turn the verdict around.
    coverage: 0.5,
    // One name alone is always equal to itself.
    measured: 2,
  },
} as const satisfies Rubric

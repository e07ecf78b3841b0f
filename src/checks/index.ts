import type { Check } from './check.ts'
import { namesAcrossPlatforms } from './names-across-platforms.ts'

/** Every check, in the order in which a report shows them. */
export const checks: readonly Check[] = [namesAcrossPlatforms]

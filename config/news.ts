const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** How long after each failed attempt the next one comes; after the last one the message is given up. Milliseconds. */
export const retryDelaysMs: readonly number[] = [minute, 5 * minute, 30 * minute, 2 * hour, 12 * hour]

/** A receiver may ask for more patience than the table, up to this. */
export const longestPatienceMs = day

/** What one attempt may take. */
export const attemptMs = 15 * second

/** An attempt that a crash cut off is made again after this; the receiver tells the two apart by their id. */
export const leaseMs = 2 * minute

/** Of an audit that ended longer ago no news is sent, as after a long standstill or when mail is switched on. */
export const newsFreshMs = 3 * day

/** How often is looked for news to send. Milliseconds. */
export const newsTurnMs = 5 * second

/** Messages under way at once, and how many are taken up together. */
export const sendAtOnce = 4
export const sendPerTurn = 20

/** Messages of one organisation; a list of readers beyond this belongs in a mailing list. */
export const mostSubscriptions = 50

/** Comparisons that a feed tells of, newest first. */
export const feedEntries = 10

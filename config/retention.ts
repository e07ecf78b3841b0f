/**
 * Days that raw evidence may be kept at most where it tells of people, whatever `EENLIJN_EVIDENCE_DAYS` says. What is kept
 * longer than its purpose asks is against Art. 5(1)(e) GDPR; thirty days is what an audit needs to be checked.
 */
export const mostDaysOfPeople = 30

/**
 * YouTube API Services Developer Policies III.E.4: what its interface answered is asked again or deleted within 30 calendar days.
 * https://developers.google.com/youtube/terms/developer-policies
 */
export const mostDaysOfYoutubeApi = 30

/** What only travels between jobs. */
export const daysOfWork = 1

/** A quarter and the two weeks over which turns are spread: less leaves a quarterly audit nothing to ask by. */
export const usualEvidenceDays = 100

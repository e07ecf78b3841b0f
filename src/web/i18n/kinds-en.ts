import type { kindsNl } from './kinds-nl.ts'

export const kindsEn: typeof kindsNl = {
  unconfirmed: 'not confirmed',
  suspicion:
    'This account uses your name and leads to another website. It may be posing as you. Only you see this, until somebody confirms it.',
  choose: 'Another kind of account?',
  label: (handle) => `What kind of account is ${handle}?`,
  asJudged: (kind) => `as we think: ${kind}`,
  keep: 'Keep the kind',
  chosen: 'chosen',
  renamed: (names, date) => `Was called ${names} before. Seen on ${date}: it is still the same account.`,
  alsoAt: (names) => `Is also at ${names}. It is the same account.`,
  takenOver: (date) =>
    `Please note: since ${date} this name belongs to another account. See whether your own account has a new name, and mend the links on the website.`,
}

import { count } from './count.ts'
import type { ScheduleMessages } from './schedule-nl.ts'

/** The words about auditing again by itself, in English. */
export const scheduleEn: ScheduleMessages = {
  title: 'Again',
  link: 'Have this looked at again by itself',
  lead: 'A second audit shows what got better and what vanished. Choose how often we look again.',
  next: {
    title: 'How it stands now',
    on: (organisation, turn) => `We look at ${organisation} again on ${turn}.`,
    never: 'This rule has no next time any more. Choose another one below.',
    rhythm: (rhythm, rule) => `We do that ${rhythm}${rule ? ` (${rule})` : ''}.`,
    zone: (zone) => `The time is that of ${zone}.`,
    last: (date) => `The last time was on ${date}.`,
    openLast: 'Look at that audit',
    notYet: 'There has been no turn so far.',
    skipped: (n) => `Skipped ${count(n, 'time', 'times')}.`,
    skippedWhy:
      'An audit of this organisation was still running then. Two at once would burden the website twice. The next turn simply goes on.',
    none: 'This organisation is not looked at again by itself so far.',
  },
  form: {
    title: 'How often?',
    change: 'Change how often',
    legend: 'Look at this organisation',
    advised: 'advised',
    own: 'Write your own rule',
    ownChoice: 'by this rule',
    rule: 'Rule',
    ruleHelp: 'Five parts: minute, hour, day, month and weekday. With 0 6 1 * * we look on the first of every month at six.',
    timeZone: 'Time zone',
    timeZoneHelp: 'For example Europe/Amsterdam. Summer time and winter time take care of themselves.',
    save: 'Turn this on',
    saveAgain: 'Save',
  },
  how: {
    title: 'How this goes',
    items: [
      'We ask the same as for this audit. What you handed in yourself does not go along again.',
      'Organisations are spread over a few days. So the next turn is a little later than the first of the month.',
      'When the server was down, we catch up a missed turn once.',
      'When a page did not change, we do not ask for all of it again. You then see when we last saw it.',
    ],
  },
  remove: { button: 'Take this away', help: 'The audits that exist stay.' },
  soon: {
    title: 'Coming up',
    turn: (turn) => `on ${turn}`,
    change: (organisation) => `See or change when it is the turn of ${organisation}`,
  },
  unchanged: (n, from, to) =>
    `Of these, ${n === 1 ? '1 was' : `${n} were`} unchanged or less than a day old. There we used what an earlier audit kept, seen ${from === to ? `on ${from}` : `between ${from} and ${to}`}.`,
}

import type { CaptureMessages } from './capture-nl.ts'

export const captureEn: CaptureMessages = {
  title: (platform) => `Look on ${platform} yourself`,
  back: 'Back without keeping anything',
  lead: (platform) =>
    `${platform} does not always let us in as a program, but it does let you in. Look yourself and give us what you see. It takes a minute.`,
  step: { open: '1. Open the account and look', give: '2. Give us what you saw' },
  oneIsEnough: 'One of the three is enough: a picture of the screen, a saved page or a few fields filled in.',
  screenshot: 'Picture of the screen with the profile',
  screenshotHelp: 'With name, photo and description on it. Windows: Windows key, Shift and S. Mac: Command, Shift and 4. At most 10 MB.',
  page: 'Saved page',
  pageHelp:
    'Press Ctrl-S (Mac: Command-S). Choose ‘Webpage, single file’ where you can: then the profile photo comes along. At most 20 MB.',
  drop: 'You can also drag files to this place. A picture of the screen can be pasted with Ctrl-V.',
  taken: (name) => `Ready to keep: ${name}`,
  typed: 'Or fill in what you saw',
  field: {
    name: 'Name of the account',
    description: 'Description',
    website: 'Website in the profile',
    lastPost: 'Date of the newest post',
  },
  lastPostHelp: 'About right is good enough. Note: a pinned post may be older.',
  picture: { legend: 'Does the account have a profile photo of its own?', notLooked: 'Did not notice', yes: 'Yes', no: 'No' },
  found: {
    legend: 'What did you see?',
    profile: 'The account',
    gone: (platform) => `${platform} says that this account is not there (any more)`,
  },
  person: 'Your name',
  personHelp: 'So others know who looked. You need no password.',
  you: (name) => `We note that ${name} looked.`,
  button: 'Keep what I saw',
  privacy:
    'Of a saved page we keep the profile alone, not the page. Scripts in the page do nothing. A picture of the screen is kept as evidence, as long as other evidence.',
  facts: {
    lastPost: (date, activity) => `last post ${date} (${activity})`,
    followers: (n, number) => `${number} ${n === 1 ? 'follower' : 'followers'}`,
    activity: { active: 'active', quiet: 'quiet', dormant: 'dormant', abandoned: 'abandoned', unknown: 'unknown' },
  },
  offer: 'Look yourself',
  again: 'Look again',
  seenBy: (by, date) => `Seen by ${by ?? 'a colleague'} on ${date}`,
  screenshotOf: (handle) => `See the picture of the screen of ${handle}`,
  machineSaw: (date) => `What our program saw on ${date}`,
}

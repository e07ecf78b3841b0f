import type { CheckMessages } from './check-nl.ts'
import { count } from './count.ts'

/** The words of "Is this account ours?", in plain English. */
export const checkEn: CheckMessages = {
  title: 'Is this account ours?',
  link: 'Let anybody ask which accounts are yours',
  lead: 'People sometimes get a message from an account that poses as another. Here they can ask which accounts are really yours.',
  shows: (n) =>
    n === 0 ? 'There is nothing to show yet.' : `We show ${count(n, 'account', 'accounts')}: those that you yourselves said are yours.`,
  none: {
    title: 'There is nothing to show yet',
    text: 'First say which accounts are yours. We show only those.',
    button: 'To the accounts',
  },
  promises: [
    'Only accounts of the organisation. Never profiles of people.',
    'Of any other account we only say that it is not in your list.',
    'When you switch it off, this page answers nobody from that moment on.',
  ],
  off: {
    title: 'This is off',
    slug: 'Address of the page',
    slugHelp: (start) => `Comes after ${start}`,
    button: 'Switch it on',
  },
  on: {
    title: 'This is on',
    since: (date) => `Since ${date}.`,
    page: 'The page for everybody',
    embed: 'On your own website',
    embedHelp: 'With this line the list stands on your website. There is no script and no cookie in it.',
    api: 'For programs',
    change: 'Change the address',
    changeButton: 'Save the address',
    offButton: 'Switch it off',
  },
  listTitle: { on: 'This is what everybody sees', off: 'This is what everybody will see' },
  status: { official: 'official', closed: 'no longer in use' },
  dates: (since, lastSeen) => (lastSeen ? `known since ${since}, last seen on ${lastSeen}` : `known since ${since}`),
  public: {
    title: (organisation) => `Does this account belong to ${organisation}?`,
    lead: (organisation) => `Paste the address of an account. We say whether it is in the list of ${organisation}.`,
    url: 'Address of the account',
    urlHelp: 'For example https://www.instagram.com/zorgwijde',
    button: 'Check it',
    answer: {
      official: (account, organisation) => `Yes. ${account} belongs to ${organisation}.`,
      closed: (account, organisation) => `${account} belonged to ${organisation} and is no longer in use.`,
      unknown: (organisation) => `This account is not in the list of ${organisation}.`,
    },
    unknownHelp: 'That does not say that anything is wrong with it. If you doubt, ask the organisation itself.',
    closedHelp: 'Do you still get messages from it? Then ask the organisation itself whether that is right.',
    noAccount: 'We do not recognise an account in this. Paste the whole address from the address bar.',
    list: (organisation) => `All accounts of ${organisation}`,
    empty: 'No account is in the list yet.',
    website: 'Website of the organisation',
    feed: 'Follow what changes',
    footer: 'The organisation itself says which accounts are its own. This page keeps nothing of you.',
  },
}

import { count } from './count.ts'
import type { NewsMessages } from './news-nl.ts'

/** The words of the page "News", in plain English. */
export const newsEn: NewsMessages = {
  title: 'News',
  link: 'Who is told when something changes?',
  lead: 'After each new audit we tell what changed: what got better, what got worse and what stayed the same.',
  who: 'Who is told',
  nobody: 'Nobody yet. Put an address in the list below.',
  channels: { mail: 'by mail', webhook: 'by webhook' },
  wants: { all: 'after each audit', alerts: 'only when it is urgent' },
  languages: { nl: 'in Dutch', en: 'in English' },
  removeButton: 'Remove',
  delivery: {
    none: 'Nothing was sent yet.',
    sent: (at) => `Last message sent on ${at}.`,
    nothing: 'After the last audit nothing was urgent. Nothing was sent.',
    waiting: 'The message goes out in a moment.',
    heldNetwork: 'The message waits until the network is switched on.',
    heldMail: 'No mail goes out until mail is switched on.',
    again: (problem, attempts, at) => `${problem} We tried ${count(attempts, 'time', 'times')} and will try again on ${at}.`,
    givenUp: (problem, attempts) =>
      `It did not work. ${problem} We tried ${count(attempts, 'time', 'times')} and stopped. Is the address still right?`,
  },
  problems: {
    status: (status) => `The receiver answered with error ${status}.`,
    redirect: 'The receiver leads on to another address. Fill in that address yourself.',
    gone: 'The receiver says that this address no longer exists.',
    'private-address': 'The address is not on the public web.',
    timeout: 'The receiver did not answer in time.',
    unreachable: 'The receiver could not be reached.',
    'mail-refused': 'The mail server takes no mail for this address.',
    'mail-away': 'The mail server could not be reached.',
  },
  held: {
    network: {
      title: 'Nothing goes out now',
      text: 'The network of this server is off, so we send no mail and no webhook. The administrator switches it on with EENLIJN_NETWORK=on. News of audits of the last three days then still goes out. The feed does work.',
    },
    mail: {
      title: 'No mail goes out now',
      text: (n) =>
        `So ${count(n, 'reader gets', 'readers get')} no news. The administrator switches mail on with SMTP_URL and MAIL_FROM. News of audits of the last three days then still goes out.`,
    },
  },
  add: 'Put an address in the list',
  mail: {
    title: 'By mail',
    to: 'E-mail address',
    toHelp: 'Each mail has a link to stop it.',
    locale: 'Language of the mail',
    localeNames: { nl: 'Dutch', en: 'English' },
    button: 'Put in the list',
    off: {
      title: 'Mail is off',
      text: 'This server cannot send mail. The administrator switches it on with SMTP_URL and MAIL_FROM.',
      others: 'A webhook and the feed do work.',
    },
  },
  webhook: {
    title: 'By webhook',
    help: 'For whoever wants the news in a system of their own, as signed JSON.',
    to: 'Address of the webhook',
    toHelp: 'In full, for example https://hooks.zorgwijde.example/eenlijn',
    button: 'Put the webhook in the list',
    made: {
      title: 'Keep this key now',
      text: 'With it your system checks that a message really comes from us. We show it only once. Keep it where nobody else can reach it.',
      key: 'Key for the signature',
      how: 'The signature follows Standard Webhooks: HMAC-SHA256, in the header webhook-signature.',
    },
  },
  when: {
    legend: 'When?',
    all: 'After each audit',
    alerts: 'Only when it is urgent',
    alertsHelp:
      'An account vanishes, somebody else uses your name, your website no longer links, or an account appears that looks like yours.',
  },
  feed: {
    title: 'As a feed',
    text: 'Read the news about your own accounts in a feed reader. Suspicions and grades are not in it.',
    atom: 'As an Atom feed',
    json: 'As a JSON feed',
  },
  privacy: 'Whoever can open this audit sees these addresses. An address that leaves the list is erased at once. The news names no people.',
  unsubscribe: {
    title: 'No more mail?',
    text: (organisation) => `You will then get no more mail about ${organisation}. Your address is erased at once.`,
    button: 'Stop the mail',
    doneTitle: 'You get no more mail',
    done: (organisation) => `Your address was erased from the list of ${organisation}.`,
  },
}

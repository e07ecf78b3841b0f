import type { AuditMessages } from './audit-nl.ts'
import { count } from './count.ts'

export const auditEn: AuditMessages = {
  heading: 'Search',
  demo: 'Example with an invented organisation.',
  own: 'Start an audit of your own',
  finished: (date) => `Done on ${date}`,
  queued: { title: 'Your audit is ready to start', text: 'We start in a moment. You can leave this page open or come back later.' },
  running: { title: 'We are searching', text: 'You can leave this page open or come back later. Nothing gets lost.' },
  now: 'Now',
  nowNothing: 'We are working out where to look first.',
  reading: 'we are reading',
  looking: 'we are looking at',
  progress: (done, all) => `${done} of ${count(all, 'search route', 'search routes')} done`,
  pages: (n) => `${count(n, 'page', 'pages')} read`,
  found: (n) => `${count(n, 'account', 'accounts')} found`,
  foundTitle: 'What we found',
  foundNothingYet: 'Nothing yet.',
  refresh: 'Reload this page to see how far we are.',
  cancel: 'Stop the audit',
  cancelHelp: 'What was found already is kept.',
  again: 'Search again',
  againHelp: 'This makes a new audit. This one stays as it is.',
  done: {
    title: (accounts, platforms) => `We found ${count(accounts, 'account', 'accounts')} on ${count(platforms, 'platform', 'platforms')}`,
    text: (sure) =>
      sure === 0
        ? 'See which ones are yours.'
        : sure === 1
          ? 'We think that 1 of them is yours. You decide.'
          : `We think that ${sure} of them are yours. You decide.`,
    partial: 'We could not look everywhere. Below you find where not, and how to look there yourself.',
  },
  empty: {
    title: 'We found no accounts',
    text: 'That does not mean that there are none. Do you know an account yourself? Add the link, and we go on with that.',
  },
  blind: {
    title: 'We could not look anywhere',
    text: 'That says nothing about your organisation. You can do the audit by hand: paste the links that you know.',
  },
  cancelled: { title: 'This audit was stopped', text: 'What was found already is still there. You can go on with it or search again.' },
  failed: {
    title: 'The search did not succeed',
    text: 'Something went wrong on our side. You did nothing wrong. Search again, or go on with what is there.',
    detail: 'What went wrong',
  },
  choosing: {
    title: 'Which organisation do you mean?',
    text: (name) => `Several organisations are called ‘${name}’. Choose yours, and we search on.`,
    legend: 'Organisations of this name',
    none: 'None of these',
    noneHelp: 'We go on without a website. You can add links yourself.',
    noWebsite: 'No website known',
    website: 'Or give the website yourself',
    button: 'Search on',
  },
  site: {
    no: (site, name) =>
      `The website ${site} does not seem to belong to ${name}. So we do not simply count what we found there. Check whether the address is right.`,
    doubtful: (site, name) => `We are not sure whether the website ${site} belongs to ${name}. Check whether the address is right.`,
  },
  announce: (found, done, all) => `${count(found, 'account', 'accounts')} found, ${done} of ${all} search routes done.`,
  ended: 'The search is done.',
  showNew: (n) => `Show ${n} new`,
}

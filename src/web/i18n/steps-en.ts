import { count } from './count.ts'
import type { NextMessages, StepsMessages } from './steps-nl.ts'

export const stepsEn: StepsMessages = {
  label: 'The five steps of this audit',
  search: 'Search',
  accounts: 'Ours?',
  grades: 'Grade',
  uniformity: 'Uniformity',
  report: 'Report',
  done: 'done',
  next: 'Next step',
}

export const nextEn: NextMessages = {
  choose: { text: 'Several organisations have this name. Tell us which one you mean.', button: 'Choose the organisation' },
  accounts: {
    text: (n) => `You still have to decide about ${count(n, 'account', 'accounts')}.`,
    button: 'Say which are yours',
  },
  paste: { text: 'Do you have links to accounts yourself? Add them.', button: 'Add links' },
  grades: {
    text: (n) => (n === 1 ? '1 account has no grade from you yet.' : `${n} accounts have no grade from you yet.`),
    button: 'Give your grades',
  },
  uniformity: { text: 'You have looked at the accounts. How well do they belong together?', button: 'Grade the uniformity' },
  report: { text: 'The report brings everything together.', button: 'Read the report' },
}

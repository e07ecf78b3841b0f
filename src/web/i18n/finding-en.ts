import type { FindingMessages } from './finding-nl.ts'

export const findingEn: FindingMessages = {
  saw: 'What we saw',
  why: 'Why it counts',
  mend: 'How to mend it',
  evidence: 'What shows this',
  value: (value) => `${value} of 1 point`,
  notApplicable: 'Does not apply',
  error: 'Went wrong on our side',
}

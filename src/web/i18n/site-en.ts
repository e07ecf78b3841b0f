import type { KeysMessages, ProblemsMessages, SiteMessages } from './site-nl.ts'

export const siteEn: SiteMessages = {
  name: 'Eenlijn',
  promise: 'Blocked is not the same as missing.',
  skip: 'To the content',
  menu: 'Main menu',
  audits: 'Audits',
  about: 'How Eenlijn works',
  shortcuts: 'Shortcuts',
  otherLanguage: 'Nederlands',
  newTab: '(opens a new tab)',
  version: (version) => `version ${version}`,
  close: 'Close',
  problem: 'Please check this',
  optional: 'may stay empty',
}

export const keysEn: KeysMessages = {
  title: 'Shortcuts',
  intro: 'These keys work on the page ‘Ours?’.',
  on: 'Shortcuts on',
  onHelp: 'Turn them off if you control with your voice.',
}

export const problemsEn: ProblemsMessages = {
  home: 'To the start',
  wrong: 'This page is not here',
  wrongText: 'Perhaps the address was not copied well, or the audit was erased.',
}

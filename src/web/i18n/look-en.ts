import type { LookMessages } from './look-nl.ts'

export const lookEn: LookMessages = {
  picture: (name) => `Profile picture of ${name}`,
  noPicture: 'No picture',
  hidden: 'Could not be seen',
  hiddenField: { picture: 'Picture could not be seen', name: 'Name could not be seen', description: 'Description could not be seen' },
  noDescription: 'No description',
  notYet: 'We have not looked at this account yet.',
  openOn: (platform) => `Open the account on ${platform}`,
  takenAt: (date) => `Looked at on ${date}`,
  nothing: 'That says nothing about the account.',
  gone: 'No longer there',
}

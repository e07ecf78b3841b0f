import { type ClassifyOptions, classifyUrl } from '../../src/platforms/classify.ts'

/** Kind, platform and handle of an address in one line: `account x acme`. */
export function read(raw: string, options?: ClassifyOptions): string {
  const { kind, platform, handle } = classifyUrl(raw, options)
  return [kind, platform, handle].filter((part) => part !== null).join(' ')
}

export const channelId = 'UCabcdefghijklmnopqrstuv'
export const spotifyId = '0aBcDeFgHiJkLmNoPqRsTu'
export const plusId = '112233445566778899001'

/** The word that site owners write in robots.txt to address us. */
export const robotsToken = 'EenlijnBot'

/** The one name we go by, over HTTP and in the browser. `contact` is an address where a site owner finds who this is. */
export function userAgentOf({ version, contact }: { version: string; contact: string }): string {
  return `Mozilla/5.0 (compatible; ${robotsToken}/${version}; +${contact})`
}

import { readFile } from 'node:fs/promises'
import { demoOrganisation } from '../../src/demo/organisation.ts'
import { type DemoPage, demoPages } from '../../src/demo/pages.ts'

/** Where the demonstration's site stands: `https://www.…`, without a slash. */
export const origin = new URL(demoOrganisation.website).origin

export const placeOf = (file: string): URL => new URL(`../../src/demo/web/${file}`, import.meta.url)
export const textOf = (file: string): Promise<string> => readFile(placeOf(file), 'utf8')

export const isOwn = (url: string): boolean => url.startsWith(`${origin}/`)

/** The site's own pages of markup, error pages included. */
export const ownPages: readonly (DemoPage & { readonly file: string })[] = demoPages.flatMap(({ file, ...page }) =>
  file !== null && isOwn(page.url) && page.headers['content-type']?.startsWith('text/html') ? [{ ...page, file }] : [],
)

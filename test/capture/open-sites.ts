import { afterEach } from 'vitest'
import type { FetchLimits } from '../../src/capture/limits.ts'
import { type Page, type Site, startSite } from '../support/site.ts'
import { httpFetcherFor } from './setting.ts'

/** Sites of one test file, stopped after each test; and one page asked for in one line. */
export function openSites() {
  const sites: Site[] = []
  afterEach(async () => {
    await Promise.all(sites.splice(0).map((site) => site.stop()))
  })
  const open = async (pages: Record<string, Page>): Promise<Site> => {
    const site = await startSite(pages)
    sites.push(site)
    return site
  }
  const get = async (page: Page, limits: Partial<FetchLimits> = {}) => {
    const site = await open({ '/': page })
    return httpFetcherFor([site], limits).get(site.url('/'))
  }
  return { open, get }
}

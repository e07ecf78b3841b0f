/** Addresses in a sitemap (sitemaps.org): pages, and further sitemaps of an index. At most 5,000. */
export function readSitemap(xml: string): { readonly pages: readonly string[]; readonly sitemaps: readonly string[] } {
  const pages: string[] = []
  const sitemaps: string[] = []
  const index = /<sitemapindex[\s>]/i.test(xml.slice(0, 2000))
  for (const match of xml.matchAll(/<loc>([^<]{1,2000})<\/loc>/gi)) {
    const address = (match[1] as string).trim().replaceAll('&amp;', '&')
    if (index) sitemaps.push(address)
    else pages.push(address)
    if (pages.length + sitemaps.length >= 5000) break
  }
  return { pages, sitemaps }
}

/** What services that cost money ask, and where that was read. Look again before a release: a price is shown before every run. */
export const searchPrices = {
  brave: { dollarsPerThousand: 5, source: 'https://brave.com/search/api/', readOn: '2026-09-01' },
} as const

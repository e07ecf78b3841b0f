import type { News, NewsLine } from './news.ts'

/** The body of a webhook, in the form that Standard Webhooks proposes: type, time, data. Keys stay; new ones may come. */
export function newsMessage(news: News, { at, link }: { at: string; link: string }) {
  const { organisation, before, after, counts, elsewise } = news
  return {
    type: 'audit.compared',
    timestamp: at,
    data: {
      organisation,
      audit: { id: after.auditId, at: after.at },
      before: { id: before.auditId, at: before.at },
      counts,
      alerts: news.alerts.map(changeOf),
      changes: [...news.better, ...news.attention, ...news.other].map(changeOf),
      byNorm: elsewise.norm,
      byVisibility: elsewise.visibility,
      link,
    },
  }
}

const changeOf = ({ id, item, effect, alert, account, text }: NewsLine) => ({
  ...{ id, item, effect, alert },
  // That an account poses as another's is a suspicion until a person says so.
  ...(alert === 'look-alike' ? { confirmed: false } : {}),
  account: account ? { platform: account.platform, handle: account.handle, url: account.url } : null,
  text,
})

import type { openEvidence } from '../../services/evidence.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ExternalLink } from './external-link.tsx'
import { Notice } from './notice.tsx'
import { cutAtQuote } from './quote.ts'

type Evidence = NonNullable<Awaited<ReturnType<typeof openEvidence>>>

interface Term {
  readonly days: number
  readonly date: string
}

interface EvidenceProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly digest: string
  readonly quote: string
  /** `null` once it has expired. */
  readonly evidence: Evidence | null
  /** From when evidence of this audit may be gone, and after how many days that is; sooner what tells of people. */
  readonly expired: Term & { readonly ofPeople: Term }
}

/** What was kept, shown and never run. */
export const EvidencePage = ({ ui, view, digest, quote, evidence, expired }: EvidenceProps) => {
  const t = ui.t.evidence
  const title = evidence?.kind === 'picture' ? t.picture : t.title
  return (
    <AuditPage ui={ui} view={view} step="accounts" title={title} styles={['evidence.css']}>
      <h1>{title}</h1>
      {evidence === null ? (
        <Notice title={t.expired.title}>
          <p>{t.expired.text(expired.days, expired.ofPeople.days)}</p>
          <p>{t.expired.since(ui.date(expired.date), ui.date(expired.ofPeople.date))}</p>
        </Notice>
      ) : evidence.kind === 'picture' ? (
        <img class="kept-picture" src={`/audits/${view.id}/pictures/${digest}`} alt={t.picture} />
      ) : (
        <Source ui={ui} content={evidence.content} quote={quote} />
      )}
      <p class="aside digest">
        {t.digest}: <code>{digest}</code>
      </p>
      <p>
        <a href={`${ui.to(`/audits/${view.id}/accounts`)}?show=all`}>{t.back}</a>
      </p>
    </AuditPage>
  )
}

/** A text that somebody handed in has no address of its own. */
const isHandedIn = (url: string): boolean => URL.canParse(url) && new URL(url).hostname === 'handed-in.invalid'

const Source = ({ ui, content, quote }: { ui: Ui; content: Evidence['content']; quote: string }) => {
  const t = ui.t.evidence
  if (content.text === '') return <p>{t.unknownType}</p>
  const cut = cutAtQuote(content.text, quote)
  return (
    <>
      <p class="lead">{t.lead}</p>
      <p>
        {isHandedIn(content.url) ? ui.t.prints.handedIn : <ExternalLink ui={ui} href={content.url} text={content.url} />}
        {' · '}
        <time datetime={content.at}>{ui.dateTime(content.at)}</time>
      </p>
      {quote ? (
        <>
          <h2>{t.quote}</h2>
          <blockquote>{quote}</blockquote>
          <p>{cut.found ? <a href="#quote">{t.quoteFound}</a> : t.quoteMissing}</p>
        </>
      ) : null}
      <h2 id="source">{t.source}</h2>
      {cut.shown < content.text.length ? <p class="aside">{t.cut(ui.number(cut.shown), ui.number(content.text.length))}</p> : null}
      <section class="source" tabindex={0} aria-labelledby="source">
        <pre>
          {cut.before}
          {cut.found ? <mark id="quote">{cut.found}</mark> : null}
          {cut.after}
        </pre>
      </section>
    </>
  )
}

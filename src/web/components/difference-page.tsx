import type { AlertKind, Difference } from '../../model/difference.ts'
import { type Card, type Section, type Sections, sections, sectionsOf } from '../../report/difference/cards.ts'
import { gradeByCause } from '../../report/difference/scores.ts'
import { platformName } from '../../report/platform-name.ts'
import { formatScore } from '../../scoring/grade.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ChangeCard } from './change-card.tsx'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { hasEnded } from './steps.tsx'

interface EarlierAudit {
  readonly id: string
  readonly at: string
}

interface DifferenceProps {
  readonly ui: Ui
  readonly view: AuditView
  /** `null`: there is no earlier audit, or this one still runs. */
  readonly difference: Difference | null
  /** What this audit can be laid beside, the newest first. */
  readonly earlier: readonly EarlierAudit[]
}

/** What changed since an earlier audit: the newest report leads, strengths come first. */
export const DifferencePage = ({ ui, view, difference, earlier }: DifferenceProps) => {
  const t = ui.t.difference
  return (
    <AuditPage ui={ui} view={view} step="report" title={t.title} styles={['difference.css']}>
      <p class="printed-name">{view.organisation.name}</p>
      <h1>{t.question}</h1>
      {difference ? (
        <>
          <p class="lead">{t.lead(ui.date(difference.before.at), ui.date(difference.after.at))}</p>
          <Choose ui={ui} view={view} difference={difference} earlier={earlier} />
          <Told ui={ui} view={view} difference={difference} />
        </>
      ) : (
        <Notice title={hasEnded(view) ? t.first.title : ''}>
          <p>{hasEnded(view) ? t.first.text : t.running}</p>
        </Notice>
      )}
      <p class="screen-only">
        <a href={ui.to(`/audits/${view.id}/verloop`)}>{t.trend}</a>
        {difference ? (
          <>
            <br />
            <a href={`/v1/audits/${difference.after.auditId}/difference?with=${difference.before.auditId}`}>{t.json}</a>
          </>
        ) : null}
      </p>
    </AuditPage>
  )
}

const Choose = ({ ui, view, difference, earlier }: DifferenceProps & { difference: Difference }) => {
  const t = ui.t.difference.compare
  if (earlier.length < 2) return null
  return (
    <form method="get" action={ui.to(`/audits/${view.id}/verschil`)} class="compare screen-only">
      <label for="with">{t.label}</label>
      <select id="with" name="with">
        {earlier.map(({ id, at }) => (
          <option value={id} selected={id === difference.before.auditId}>
            {ui.date(at)}
          </option>
        ))}
      </select>
      <button type="submit" class="secondary">
        {t.button}
      </button>
    </form>
  )
}

interface ToldProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly difference: Difference
}

const Told = ({ ui, view, difference }: ToldProps) => {
  const made = sectionsOf(difference)
  const isEmpty = sections.every((section) => made[section].length === 0)
  const { revealed } = view.uniformityGrading
  return (
    <div class="difference">
      {isEmpty ? <p>{ui.t.difference.none}</p> : null}
      <Counts ui={ui} difference={difference} />
      <Alerts ui={ui} difference={difference} />
      {revealed ? <ScoreSteps ui={ui} difference={difference} /> : <p class="notice calm">{ui.t.uniformity.hidden}</p>}
      {sections.map((section) => (
        <CardList ui={ui} view={view} difference={difference} section={section} cards={cardsIn(made, section, revealed)} />
      ))}
    </div>
  )
}

/** What only a check says is kept from whoever still has to grade. */
const cardsIn = (made: Sections, section: Section, revealed: boolean): readonly Card[] =>
  made[section].filter(({ change }) => revealed || change.item !== 'check')

const Counts = ({ ui, difference: { counts } }: Pick<ToldProps, 'ui' | 'difference'>) => {
  const t = ui.t.difference.counts
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" class="visually-hidden">
        {t.title}
      </h2>
      <ul class="plain counts">
        <li class="improvement">
          <Icon name="yes" /> {t.up(counts.up)}
        </li>
        <li class="regression">
          <Icon name="minus" /> {t.down(counts.down)}
        </li>
        <li>
          <Icon name="part" /> {t.equal(counts.equal)}
        </li>
      </ul>
      <p class="aside">{t.help}</p>
    </section>
  )
}

const Alerts = ({ ui, difference }: Pick<ToldProps, 'ui' | 'difference'>) => {
  const t = ui.t.difference.alerts
  const alerts = difference.changes.flatMap(({ alert, subject }) => {
    const account = difference.accounts.find(({ id }) => id === subject)
    return alert && account ? [{ alert: alert satisfies AlertKind, account }] : []
  })
  if (alerts.length === 0) return null
  return (
    <section class="alerts" aria-labelledby="alerts">
      <h2 id="alerts">{t.title}</h2>
      <ul>
        {alerts.map(({ alert, account }) => (
          <li>
            {t[alert]}: <strong>{account.shownName ?? account.handle}</strong> ({platformName(account.platform)}).
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The grade then and now, and what it changed through. */
const ScoreSteps = ({ ui, difference: { score } }: Pick<ToldProps, 'ui' | 'difference'>) => {
  const t = ui.t.difference.score
  const say = (grade: number | null) => (grade === null ? t.none : formatScore(grade, ui.locale))
  const [before, after] = [say(score.before.grade), say(score.after.grade)]
  const steps = gradeByCause(score)
  return (
    <section aria-labelledby="score">
      <h2 id="score">{t.title}</h2>
      <p class="from-to">{before === after ? t.same(after) : t.from(before, after)}</p>
      {steps.length > 0 ? (
        <dl class="steps-of-score">
          {steps.map(({ cause, change, from, to }) => (
            <>
              <dt>{t.cause[cause]}</dt>
              <dd>
                {change === null
                  ? t.step(say(from), say(to))
                  : change > 0
                    ? t.gained(formatScore(change, ui.locale))
                    : t.lost(formatScore(-change, ui.locale))}
              </dd>
            </>
          ))}
        </dl>
      ) : null}
      {steps.length > 1 && steps[0]?.cause === 'organisation' ? <p class="aside">{t.fair}</p> : null}
    </section>
  )
}

/** Longer lists fold: a wall that went up says the same of many accounts. */
const mostOpen = 12

const CardList = ({ ui, difference, section, cards, view }: ToldProps & { section: Section; cards: readonly Card[] }) => {
  const t = ui.t.difference
  if (cards.length === 0) return null
  const row = (card: Card) => (
    <ChangeCard
      ui={ui}
      difference={difference}
      account={difference.accounts.find(({ id }) => id === card.change.subject) ?? null}
      card={card}
      judged={view.uniformityGrading.revealed}
    />
  )
  const [open, folded] = [cards.slice(0, mostOpen), cards.slice(mostOpen)]
  return (
    <section aria-labelledby={`s-${section}`} class={`changes ${section}`}>
      <h2 id={`s-${section}`}>{t.sections[section].title}</h2>
      <p>{t.sections[section].lead}</p>
      <ul class="plain">{open.map(row)}</ul>
      {folded.length > 0 ? (
        <details>
          <summary>{t.more(folded.length)}</summary>
          <ul class="plain">{folded.map(row)}</ul>
        </details>
      ) : null}
    </section>
  )
}

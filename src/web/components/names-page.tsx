import type { PlatformId } from '../../model/platform.ts'
import { platformName } from '../../report/platform-name.ts'
import { type NameKind, type NameRow, type NamesView, nameKinds } from '../../services/read-names.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { Exports } from './exports.tsx'
import { NameBuilds } from './names-builds.tsx'
import { NamesTable } from './names-table.tsx'

/** What the page was asked to show. */
export interface NamesChoice {
  readonly of: NameKind | null
  readonly platform: PlatformId | null
  /** Only names that can be another one. */
  readonly change: boolean
  /** From 1. */
  readonly page: number
}

interface NamesPageProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly names: NamesView
  readonly choice: NamesChoice
}

/** So many of whom names are shown at once. */
const perPage = 50

const isChange = ({ keep, displayName, current }: NameRow): boolean =>
  !keep || (displayName !== null && displayName !== current?.displayName)

function chosenRows({ rows }: NamesView, { of, platform, change }: NamesChoice): readonly NameRow[] {
  return rows.filter(
    (row) => (of === null || row.kind === of) && (platform === null || row.platform === platform) && (!change || isChange(row)),
  )
}

/** The exact name to take, for every account and whoever has none yet. */
export const NamesPage = ({ ui, view, names, choice }: NamesPageProps) => {
  const t = ui.t.names
  const rows = chosenRows(names, choice)
  const keys = [...new Set(rows.map(({ key }) => key))]
  const last = Math.max(1, Math.ceil(keys.length / perPage))
  const page = Math.min(choice.page, last)
  const here = new Set(keys.slice((page - 1) * perPage, page * perPage))
  const shown = rows.filter(({ key }) => here.has(key))
  return (
    <AuditPage ui={ui} view={view} step="uniformity" title={t.title} styles={['names.css']} scripts={['print.js', 'names.js']}>
      <div class="names-page">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p>{t.free}</p>
        <NameBuilds ui={ui} auditId={view.id} names={names} />
        <Filter ui={ui} auditId={view.id} names={names} choice={choice} />
        <p class="aside" role="status">
          {rows.length === 0 ? t.nothing : t.shown(rows.length, names.rows.length)}
        </p>
        {nameKinds.map((kind) => {
          const own = shown.filter((row) => row.kind === kind)
          return own.length > 0 ? <NamesTable ui={ui} organisation={names.organisation.name} kind={kind} rows={own} /> : null
        })}
        <Pages ui={ui} auditId={view.id} choice={choice} page={page} last={last} />
        <Remarks ui={ui} auditId={view.id} names={names} />
        <Exports ui={ui} csv={ui.to(`/audits/${view.id}/names.csv`)} />
      </div>
    </AuditPage>
  )
}

const addressOf = (ui: Ui, auditId: string, { of, platform, change }: NamesChoice, page: number): string => {
  const query = new URLSearchParams({
    ...(of ? { of } : {}),
    ...(platform ? { platform } : {}),
    ...(change ? { show: 'change' } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `${ui.to(`/audits/${auditId}/names`)}${query.size > 0 ? `?${query}` : ''}`
}

const Filter = ({ ui, auditId, names, choice }: Pick<NamesPageProps, 'ui' | 'names' | 'choice'> & { auditId: string }) => {
  const t = ui.t.names
  return (
    <form method="get" action={ui.to(`/audits/${auditId}/names`)} class="names-filter" aria-label={t.filter.label}>
      <label>
        {t.filter.of}
        <select name="of">
          <option value="">{t.filter.everybody}</option>
          {names.kinds.map(({ kind }) => (
            <option value={kind} selected={kind === choice.of}>
              {t.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {ui.t.contactSheet.filter.platform}
        <select name="platform">
          <option value="">{t.filter.everyPlatform}</option>
          {names.platforms.map((platform) => (
            <option value={platform} selected={platform === choice.platform}>
              {platformName(platform)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.filter.show}
        <select name="show">
          <option value="">{t.filter.every}</option>
          <option value="change" selected={choice.change}>
            {t.filter.change}
          </option>
        </select>
      </label>
      <button type="submit" class="secondary">
        {t.filter.button}
      </button>
    </form>
  )
}

interface PagesProps extends Pick<NamesPageProps, 'ui' | 'choice'> {
  readonly auditId: string
  readonly page: number
  readonly last: number
}

const Pages = ({ ui, auditId, choice, page, last }: PagesProps) => {
  const t = ui.t.names
  if (last === 1) return null
  return (
    <nav class="name-pages" aria-label={t.pages}>
      {page > 1 ? <a href={addressOf(ui, auditId, choice, page - 1)}>{t.previous}</a> : null}
      <span>{t.page(page, last)}</span>
      {page < last ? <a href={addressOf(ui, auditId, choice, page + 1)}>{t.next}</a> : null}
    </nav>
  )
}

/** Whose names are not in the table, and what to do about it. */
const Remarks = ({ ui, auditId, names }: Pick<NamesPageProps, 'ui' | 'names'> & { auditId: string }) => {
  const t = ui.t.names
  const page = (name: string) => ui.to(`/audits/${auditId}/${name}`)
  const somebody = names.rows.some(({ kind }) => kind === 'people')
  return (
    <>
      {names.left > 0 ? <p class="notice calm">{t.left(names.left)}</p> : null}
      {names.unnamed.length > 0 ? (
        <p>
          {t.unnamed(names.unnamed.length)}:{' '}
          {names.unnamed.slice(0, 20).map(({ platform, handle }, at) => `${at > 0 ? ', ' : ''}${platformName(platform)} (${handle})`)}.{' '}
          <a href={page('locations')}>{t.toLocations}</a>
        </p>
      ) : null}
      {somebody ? null : (
        <p class="screen-only">
          {names.peopleAllowed ? t.people.nobody : t.people.off} <a href={page('team')}>{t.people.toTeam}</a>
        </p>
      )}
    </>
  )
}

import { joinedWords } from '../../model/team.ts'
import type { TeamMemberView, TeamProfileView } from '../../services/read-team.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink, sayAddress } from './external-link.tsx'
import { Field } from './field.tsx'
import { Platform } from './platform.tsx'
import type { TeamProps } from './team-page.tsx'
import { capital } from './words.ts'

/** Everybody on the closed list, in the order of the alphabet, with what is known of each and what can be done for them. */
export const TeamList = ({ ui, view, team, state }: TeamProps) => {
  const t = ui.t.team.list
  const late = team.members.filter(({ informLate }) => informLate).length
  const { reading } = team
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t.title}</h2>
      <p>{t.lead}</p>
      {reading ? (
        <p class="aside">
          {t.reading(reading.added, reading.known, ui.date(reading.at))} {reading.skipped > 0 ? t.skipped(reading.skipped) : ''}
        </p>
      ) : null}
      {late > 0 ? <p class="deviates">{t.late(late)}</p> : null}
      {team.members.length === 0 ? <p>{t.none}</p> : null}
      <ul class="slots team">
        {team.members.map((member) => (
          <li id={`m-${member.id}`}>
            <h3>{member.name}</h3>
            <MemberFacts ui={ui} member={member} />
            <Profiles ui={ui} profiles={member.profiles} />
            <MemberActions ui={ui} auditId={view.id} member={member} state={state} />
          </li>
        ))}
      </ul>
      {team.members.length > 0 ? (
        <>
          <p class="aside">{t.order}</p>
          <p>
            <a href={ui.to(`/audits/${view.id}/names?of=people`)}>{ui.t.names.link}</a>
          </p>
        </>
      ) : null}
    </section>
  )
}

const MemberFacts = ({ ui, member }: { ui: Ui; member: TeamMemberView }) => {
  const t = ui.t.team.list
  const facts = [
    member.informedOn ? t.informed(ui.date(member.informedOn)) : member.informLate ? null : t.notInformed,
    member.agreedAt ? t.agreed(ui.date(member.agreedAt)) : null,
    member.invited ? t.invited : null,
  ].filter((fact) => fact !== null)
  return (
    <>
      <p>{[member.role, member.unit].filter(Boolean).join(', ')}</p>
      {member.expiresAt ? (
        <p class="possible">
          {t.possible}. {t.expires(ui.date(member.expiresAt))}
        </p>
      ) : (
        <p class="aside">
          {capital(ui.text(joinedWords[member.joinedBy]))}. {t.keptUntil(ui.date(member.keptUntil), member.informedOn !== null)}
        </p>
      )}
      {member.page ? (
        <p class="aside">
          {t.page} <ExternalLink ui={ui} href={member.page} text={sayAddress(member.page)} class="address" />
        </p>
      ) : null}
      {member.informLate ? <p class="deviates">{t.informLate}</p> : null}
      {facts.length > 0 ? <p class="aside">{facts.join(' · ')}</p> : null}
    </>
  )
}

/** The profiles of one person; shared with the page that is their own. */
export const Profiles = ({ ui, profiles }: { ui: Ui; profiles: readonly TeamProfileView[] }) => {
  const t = ui.t.team.list
  if (profiles.length === 0) return <p class="aside">{t.noProfiles}</p>
  return (
    <ul class="plain">
      {profiles.map((profile) => (
        <li>
          <Platform platform={profile.platform} />{' '}
          <ExternalLink ui={ui} href={profile.url} text={sayAddress(profile.url)} class="address" />
          <span class="aside">
            {' '}
            {profile.source === 'published' ? t.published : t.agreedProfile}; {sayLook(ui, profile)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function sayLook(ui: Ui, { look, lookExpires }: TeamProfileView): string {
  const t = ui.t.team.list
  if (look === null) return t.notLooked
  const seen = look.state === 'captured' ? sayFields(ui, look) : t[look.state]
  return [t.looked(ui.date(look.takenAt)), seen, lookExpires ? t.until(ui.date(lookExpires)) : ''].filter(Boolean).join('; ')
}

function sayFields(ui: Ui, { displayName, picture, banner, website, mentionsOrganisation }: NonNullable<TeamProfileView['look']>): string {
  const t = ui.t.team.list
  const word = (field: { readonly seen: boolean; readonly why?: string } | undefined) =>
    field?.seen ? t.yes : field?.why === 'absent' ? t.no : t.unseen
  const told = mentionsOrganisation.seen ? (mentionsOrganisation.value ? t.yes : t.no) : t.unseen
  return [
    `${t.seen.name} ${word(displayName)}`,
    `${t.seen.picture} ${word(picture)}`,
    `${t.seen.banner} ${word(banner)}`,
    `${t.seen.website} ${word(website)}`,
    `${t.seen.mentions} ${told}`,
  ].join(', ')
}

interface ActionsProps {
  readonly ui: Ui
  readonly auditId: string
  readonly member: TeamMemberView
  readonly state: TeamProps['state']
}

const MemberActions = ({ ui, auditId, member, state }: ActionsProps) => {
  const t = ui.t.team.list
  const to = (act: string) => ui.to(`/audits/${auditId}/team/${member.id}/${act}`)
  const error = state.error?.field === `informed-${member.id}` ? state.error.text : null
  const invitation = state.invitation?.memberId === member.id ? state.invitation.url : null
  return (
    <>
      {invitation ? (
        <div class="notice calm" role="status" tabindex={-1} data-focus>
          <h4>{ui.t.team.invitation.made(member.name)}</h4>
          <p>{ui.t.team.invitation.once}</p>
          <Field ui={ui} id={`link-${member.id}`} name="link" label={ui.t.team.invitation.label} value={invitation} autocomplete="off" />
        </div>
      ) : null}
      <details class="screen-only" open={error !== null}>
        <summary>{t.options(member.name)}</summary>
        {member.joinedBy === 'team-page' ? <Act action={to('confirm')} id={`confirm-${member.id}`} button={t.confirm} /> : null}
        <form method="post" action={to('informed')}>
          <Field
            ui={ui}
            id={`informed-${member.id}`}
            name="on"
            type="date"
            label={t.informOn}
            value={state.form?.on?.[0] ?? member.informedOn ?? ''}
            error={error}
          />
          <button type="submit" class="secondary">
            {t.informSave}
          </button>
        </form>
        <Act action={to('invite')} id={`invite-${member.id}`} button={t.invite} help={t.inviteHelp} />
        <Act action={to('object')} id={`object-${member.id}`} button={t.object} help={t.objectHelp} />
        <Act action={to('erase')} id={`erase-${member.id}`} button={t.erase} help={t.eraseHelp} />
      </details>
    </>
  )
}

/** One act, with what it does said before it. */
export const Act = ({ action, id, button, help }: { action: string; id: string; button: string; help?: string }) => (
  <form method="post" action={action} class="act">
    {help ? (
      <p class="help" id={`${id}-help`}>
        {help}
      </p>
    ) : null}
    <button type="submit" class="secondary" {...(help ? { 'aria-describedby': `${id}-help` } : {})}>
      {button}
    </button>
  </form>
)

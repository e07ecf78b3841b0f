import { joinedWords } from '../../model/team.ts'
import type { InvitedView } from '../../services/invited-person.ts'
import type { Ui } from '../ui.ts'
import { sayAddress } from './external-link.tsx'
import { ErrorSummary, Field } from './field.tsx'
import { Layout } from './layout.tsx'
import { Act, Profiles } from './team-list.tsx'
import { capital } from './words.ts'

export interface OwnState {
  readonly error?: { readonly field: string; readonly text: string }
  readonly url?: string
}

interface OwnProps {
  readonly ui: Ui
  readonly token: string
  readonly view: InvitedView
  readonly state: OwnState
}

/** What a person sees who follows their own link, and may decide there. */
export const OwnPage = ({ ui, token, view, state }: OwnProps) => {
  const t = ui.t.team.own
  const { member, basis, organisation } = view
  const to = (act: string) => ui.to(`/invitation/${token}/${act}`)
  const facts = [
    [t.name, member.name],
    [t.role, member.role],
    [t.unit, member.unit],
    [t.source, capital(ui.text(joinedWords[member.joinedBy]))],
  ].filter(([, value]) => value !== '')
  return (
    <Layout ui={ui} title={t.title(organisation)} styles={['team.css']}>
      <ErrorSummary ui={ui} errors={state.error ? [state.error] : []} />
      <h1>{t.title(organisation)}</h1>
      <p class="lead">{t.lead}</p>
      <h2>{t.purpose}</h2>
      <p class="typed">{basis.purpose}</p>
      <p class="typed">
        {t.contact}: {basis.contact}
      </p>
      <h2>{t.data}</h2>
      <dl>
        {facts.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <h2>{t.profiles}</h2>
      <Profiles ui={ui} profiles={member.profiles} />
      {member.profiles.map(({ id, url }) => (
        <Act action={to(`profiles/${id}/remove`)} id={`remove-${id}`} button={t.remove(sayAddress(url))} />
      ))}
      {member.agreedAt ? <p>{t.agreedOn(ui.date(member.agreedAt))}</p> : null}
      <Act action={to(member.agreedAt ? 'disagree' : 'agree')} id="agree" button={member.agreedAt ? t.disagree : t.agree} />
      <h3>{t.add}</h3>
      <form method="post" action={to('profiles')}>
        <Field
          ui={ui}
          id="url"
          name="url"
          label={t.addLabel}
          help={t.addHelp}
          value={state.url ?? ''}
          error={state.error?.field === 'url' ? state.error.text : null}
          inputmode="url"
          maxlength={500}
          autocomplete="off"
          required
        />
        <button type="submit">{t.addButton}</button>
      </form>
      <h2>{t.leave}</h2>
      <Act action={to('object')} id="object" button={t.object} help={t.objectHelp} />
      <Act action={to('erase')} id="erase" button={t.erase} help={t.eraseHelp} />
    </Layout>
  )
}

/** After leaving: nothing is left to show. */
export const GonePage = ({ ui, objected }: { ui: Ui; objected: boolean }) => {
  const t = ui.t.team.own
  return (
    <Layout ui={ui} title={t.goneTitle}>
      <h1>{t.goneTitle}</h1>
      <p class="lead">{objected ? t.goneObject : t.goneErase}</p>
    </Layout>
  )
}

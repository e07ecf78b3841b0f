import { type ContinuityFinding, continuityRules } from '../../model/manager.ts'
import type { ManagersView } from '../../services/read-managers.ts'
import type { Ui } from '../ui.ts'
import { sayAccount } from './forward-mail.ts'
import { Icon } from './icon.tsx'

interface ContinuityProps {
  readonly ui: Ui
  readonly register: ManagersView
}

type Group = readonly [ContinuityFinding, ...ContinuityFinding[]]

/** What goes well first, a line for each rule; then what can be better, each rule once with all that it is about. */
export const Continuity = ({ ui, register }: ContinuityProps) => {
  const t = ui.t.managers
  const good = groupsOf(register, 'good')
  const rest = [...groupsOf(register, 'mend'), ...groupsOf(register, 'unseen')]
  return (
    <>
      {good.length > 0 ? (
        <section aria-labelledby="good">
          <h2 id="good">{t.good}</h2>
          <ul class="strengths">
            {good.map((group) => (
              <li>{t.goodRule[group[0].rule](group.length)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {rest.length > 0 ? (
        <section aria-labelledby="better">
          <h2 id="better">{t.better}</h2>
          {rest.map((group) => (
            <RuleBlock ui={ui} register={register} group={group} />
          ))}
        </section>
      ) : null}
    </>
  )
}

function groupsOf({ findings }: ManagersView, sort: ContinuityFinding['sort']): Group[] {
  return continuityRules.flatMap((rule) => {
    const [first, ...more] = findings.filter((finding) => finding.rule === rule && finding.sort === sort)
    return first ? [[first, ...more]] : []
  })
}

const RuleBlock = ({ ui, register, group }: ContinuityProps & { group: Group }) => {
  const [{ rule, sort, why, mend }] = group
  const t = ui.t.managers
  return (
    <section class={`finding ${sort}`}>
      <h3>
        <Icon name={sort === 'mend' ? 'arrow' : 'hidden'} /> {sort === 'mend' ? t.mendRule[rule](group.length) : t.unseenRule(group.length)}
      </h3>
      <dl>
        <dt>{ui.t.finding.saw}</dt>
        <dd>
          <ul class="plain">
            {group.map((finding) => (
              <li>
                <Subject register={register} finding={finding} /> {ui.text(finding.saw)}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{ui.t.finding.why}</dt>
        <dd>{ui.text(why)}</dd>
        {mend ? (
          <>
            <dt>{ui.t.finding.mend}</dt>
            <dd>{ui.text(mend)}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

/** Leads to the account that it is about; a manager is named in what was seen. */
const Subject = ({ register, finding }: { register: ManagersView; finding: ContinuityFinding }) => {
  const account = register.accounts.find(({ key }) => key === finding.account)
  if (account) return <a href={`#a-${account.accountId}`}>{sayAccount(account)}:</a>
  const manager = register.managers.find(({ id }) => id === finding.manager)
  return manager && finding.rule === 'work-email' ? <a href={`#m-${manager.id}`}>{manager.name}:</a> : null
}

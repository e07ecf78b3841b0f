import { platformName } from '../../report/platform-name.ts'
import { answerWords } from '../../report/words.ts'
import { type AuditView, type SlotView, slotAnswers } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { Platform } from './platform.tsx'
import { isUndecided } from './words.ts'

interface SlotsProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly error: { readonly field: string; readonly text: string } | null
}

/** Platform by platform: its accounts, or what is said of their absence. Four different things, kept apart. */
export const Slots = ({ ui, view, error }: SlotsProps) => {
  const { slots } = ui.t.accounts
  return (
    <section aria-labelledby="slots">
      <h2 id="slots">{slots.title}</h2>
      <p>{slots.lead}</p>
      <ul class="slots">
        {view.slots.map((slot) => (
          <li>
            <h3>
              <Platform platform={slot.platform} />
            </h3>
            <SlotAccounts ui={ui} view={view} slot={slot} />
          </li>
        ))}
        <li>
          <details open={error?.field === 'platform'}>
            <summary>{slots.otherTitle}</summary>
            <form method="post" action={ui.to(`/audits/${view.id}/slots`)} class="slot-form">
              <Field
                ui={ui}
                id="platform"
                name="platform"
                label={slots.otherLabel}
                help={slots.otherHelp}
                maxlength={60}
                required
                error={error?.field === 'platform' ? error.text : null}
              />
              <Answers ui={ui} id="other" platform={slots.otherTitle} slot={null} />
            </form>
          </details>
        </li>
      </ul>
    </section>
  )
}

const SlotAccounts = ({ ui, view, slot }: { ui: Ui; view: AuditView; slot: SlotView }) => {
  const { slots } = ui.t.accounts
  const ours = slot.accounts.filter((account) => account.standing === 'ours')
  if (ours.length > 0)
    return (
      <ul class="slot-accounts">
        {ours.map((account) => (
          <li>
            <Icon name="yes" /> <a href={`?show=all#a-${account.accountId}`}>{account.handle}</a>
          </li>
        ))}
      </ul>
    )
  const waiting = view.candidates.filter((account) => account.platform === slot.platform && isUndecided(account)).length
  const id = `slot-${slot.platform.replace(/[^a-z0-9]/gi, '-')}`
  return (
    <details>
      <summary>
        {slot.answer ? (
          <>
            <strong>{ui.text(answerWords[slot.answer.answer])}</strong>
            {slot.answer.note ? `. ${slot.answer.note}` : ''}
          </>
        ) : waiting > 0 ? (
          slots.waiting(waiting)
        ) : (
          slots.none
        )}
      </summary>
      <form method="post" action={ui.to(`/audits/${view.id}/slots`)} class="slot-form">
        <input type="hidden" name="platform" value={slot.platform} />
        <Answers ui={ui} id={id} platform={platformName(slot.platform)} slot={slot} />
      </form>
    </details>
  )
}

const Answers = ({ ui, id, platform, slot }: { ui: Ui; id: string; platform: string; slot: SlotView | null }) => {
  const { slots } = ui.t.accounts
  return (
    <>
      <fieldset class="choices">
        <legend>{slot ? slots.legend(platform) : slots.legendOther}</legend>
        {slotAnswers.map((answer) => (
          <label>
            <input type="radio" name="answer" value={answer} checked={slot?.answer?.answer === answer} required />
            {ui.text(answerWords[answer])}
          </label>
        ))}
      </fieldset>
      <Field ui={ui} id={`${id}-note`} name="note" label={slots.note} optional maxlength={1000} value={slot?.answer?.note ?? ''} />
      <div class="buttons">
        <button type="submit">{slots.button}</button>
        {slot?.answer ? (
          <button type="submit" name="clear" value="yes" class="secondary" formnovalidate>
            {slots.clear}
          </button>
        ) : null}
      </div>
    </>
  )
}

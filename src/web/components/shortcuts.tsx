import type { Text } from '../../model/text.ts'
import type { Ui } from '../ui.ts'

/** Which key does what; `public/triage.js` and `public/keys.js` listen to them. */
const keys: readonly (readonly [string, Text])[] = [
  ['j', { nl: 'Volgend account', en: 'Next account' }],
  ['k', { nl: 'Vorig account', en: 'Previous account' }],
  ['1', { nl: 'Van ons', en: 'Ours' }],
  ['2', { nl: 'Niet van ons', en: 'Not ours' }],
  ['3', { nl: 'Weet ik niet', en: 'I do not know' }],
  ['u', { nl: 'Maak je laatste keuze ongedaan', en: 'Undo your last choice' }],
  ['?', { nl: 'Laat deze lijst zien', en: 'Show this list' }],
]

export const ShortcutList = ({ ui }: { ui: Ui }) => (
  <>
    <p>{ui.t.keys.intro}</p>
    <dl class="keys">
      {keys.map(([key, meaning]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{ui.text(meaning)}</dd>
        </div>
      ))}
    </dl>
  </>
)

/** Opened by `public/keys.js`; without scripts the same list stands on the page that explains the product. */
export const Shortcuts = ({ ui }: { ui: Ui }) => (
  <dialog id="shortcuts" aria-labelledby="shortcuts-title">
    <form method="dialog" class="sheet">
      <h2 id="shortcuts-title">{ui.t.keys.title}</h2>
      <ShortcutList ui={ui} />
      <label>
        <input type="checkbox" data-shortcuts checked />
        {ui.t.keys.on}
      </label>
      <p class="aside">{ui.t.keys.onHelp}</p>
      <button type="submit">{ui.t.site.close}</button>
    </form>
  </dialog>
)

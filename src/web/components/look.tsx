import type { Seen } from '../../model/seen.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import { platformName } from '../../report/platform-name.ts'
import { byHandWords, wallWords } from '../../report/words.ts'
import type { CandidateView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink, sayAddress } from './external-link.tsx'
import { Icon } from './icon.tsx'
import { ProfileFacts } from './profile-facts.tsx'
import { SeenByPerson } from './seen-by-person.tsx'

interface LookProps {
  readonly ui: Ui
  readonly auditId: string
  readonly account: Pick<CandidateView, 'platform' | 'handle' | 'url' | 'snapshot' | 'byHand'>
}

interface PictureProps extends Pick<LookProps, 'ui' | 'auditId'> {
  readonly account: Pick<CandidateView, 'platform' | 'handle'> & { readonly snapshot: Pick<Snapshot, 'picture' | 'state'> | null }
}

/** What an account showed at first sight, or the wall that stood there. */
export const FirstLook = ({ ui, auditId, account }: LookProps) => {
  const { snapshot } = account
  if (!snapshot) return <Hidden ui={ui} text={ui.t.look.notYet} />
  if (snapshot.state !== 'captured')
    return (
      <>
        <Wall ui={ui} snapshot={snapshot} />
        <SeenByPerson ui={ui} auditId={auditId} account={account} />
      </>
    )
  return (
    <div class="look">
      <Picture ui={ui} auditId={auditId} account={account} />
      <div>
        <p class="shown-name">
          <Value ui={ui} value={snapshot.displayName} hidden={ui.t.look.hiddenField.name} absent={account.handle} />
        </p>
        <p>
          <Value ui={ui} value={snapshot.description} hidden={ui.t.look.hiddenField.description} absent={ui.t.look.noDescription} />
        </p>
        <ProfileFacts ui={ui} snapshot={snapshot} />
        {account.byHand ? null : <p class="aside">{ui.t.look.takenAt(ui.date(snapshot.takenAt))}</p>}
        <SeenByPerson ui={ui} auditId={auditId} account={account} />
      </div>
    </div>
  )
}

/** The account's picture, or a place of the same size that says why there is none. */
export const Picture = ({ ui, auditId, account }: PictureProps) => {
  const picture = account.snapshot?.picture
  const { look } = ui.t
  if (picture?.seen)
    return (
      <img
        class="picture"
        src={`/audits/${auditId}/pictures/${picture.value}`}
        alt={look.picture(`${account.handle}, ${platformName(account.platform)}`)}
        width="96"
        height="96"
        loading="lazy"
      />
    )
  if (account.snapshot?.state === 'gone') return <span class="picture empty">{look.gone}</span>
  if (picture?.why === 'absent') return <span class="picture empty">{look.noPicture}</span>
  return (
    <span class="picture hatched">
      <Icon name="hidden" />
      <span class="visually-hidden">{look.hiddenField.picture}</span>
    </span>
  )
}

const Value = ({ ui, value, hidden, absent }: { ui: Ui; value: Seen<string>; hidden: string; absent: string }) => {
  if (value.seen && value.value.trim() !== '') return <>{value.value}</>
  const text = value.seen || value.why === 'absent' ? absent : hidden
  return <span class="aside">{text || ui.t.look.hidden}</span>
}

/** Blocked is not missing: its own calm look. A page that is gone was seen to be gone, and says what to mend. */
const Wall = ({ ui, snapshot }: { ui: Ui; snapshot: Snapshot }) => {
  const gone = snapshot.state === 'gone'
  const wall = snapshot.wall ?? (gone ? 'not-found' : snapshot.state === 'walled' ? 'blocked' : 'network')
  if (!gone) return <Hidden ui={ui} text={`${ui.text(wallWords[wall])} ${ui.t.look.nothing}`} />
  return (
    <div class="look">
      <span class="picture empty">
        <Icon name="no" />
      </span>
      <p>
        <strong>{ui.t.look.gone}.</strong> {ui.text(wallWords[wall])} {ui.text(byHandWords[wall])}
      </p>
    </div>
  )
}

const Hidden = ({ ui, text }: { ui: Ui; text: string }) => (
  <div class="look">
    <span class="picture hatched">
      <Icon name="hidden" />
    </span>
    <p>
      <strong>{ui.t.look.hidden}.</strong> {text}
    </p>
  </div>
)

/** To the account itself: its address, or a button that says so. */
export const OpenAccount = ({ ui, account, button }: { ui: Ui; account: Pick<CandidateView, 'platform' | 'url'>; button?: boolean }) =>
  button ? (
    <ExternalLink ui={ui} href={account.url} text={ui.t.look.openOn(platformName(account.platform))} class="button secondary" />
  ) : (
    <ExternalLink ui={ui} href={account.url} text={sayAddress(account.url)} class="address" />
  )

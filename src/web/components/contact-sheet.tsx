import { platformName } from '../../report/platform-name.ts'
import type { GroupKind, SheetGroup, SheetPicture } from '../../report/sheet-groups.ts'
import type { ContactSheetView, SheetAccount } from '../../services/contact-sheet.ts'
import type { Ui } from '../ui.ts'
import { Handle } from './handle.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Platform } from './platform.tsx'
import { ProfilePreview } from './profile-preview.tsx'

export const sheetViews = ['compare', 'visitor'] as const
export type SheetViewKind = (typeof sheetViews)[number]

interface SheetProps {
  readonly ui: Ui
  readonly auditId: string
  readonly sheet: ContactSheetView
  /** Side by side to compare, or each as a visitor sees it. */
  readonly as?: SheetViewKind
  /** Heading level of the groups. */
  readonly level?: 2 | 3
}

/** From here on a browser is spared what is not on the screen. */
const manyFrom = 60

/** The organisation's accounts side by side: the agreed picture on top, what is like it below, what differs last. */
export const ContactSheet = ({ ui, auditId, sheet, as = 'compare', level = 2 }: SheetProps) => (
  <div class={`sheet-groups${sheet.shown > manyFrom ? ' many' : ''}`}>
    <Norm ui={ui} auditId={auditId} sheet={sheet} />
    {headed(sheet).map((group) => (
      <Group ui={ui} auditId={auditId} group={group} as={as} level={level} sort={sheet.sort} />
    ))}
  </div>
)

/** Pictures that differ from the norm differ from each other too: they stand under one heading. */
function headed({ groups }: ContactSheetView): SheetGroup<SheetAccount>[] {
  return [...Map.groupBy(groups, ({ kind }) => kind)].flatMap(([kind, some]) =>
    kind === 'apart' ? [{ kind, items: some.flatMap(({ items }) => items) }] : some,
  )
}

const Norm = ({ ui, auditId, sheet }: Pick<SheetProps, 'ui' | 'auditId' | 'sheet'>) => {
  const t = ui.t.contactSheet.norm
  if (sheet.norm === null) return sheet.groups.some(({ kind }) => kind === 'alike') ? <p class="aside">{t.none}</p> : null
  const apart = sheet.groups.filter(({ kind }) => kind === 'apart').reduce((n, { items }) => n + items.length, 0)
  return (
    <div class="sheet-norm">
      <p>
        <Icon name="yes" /> {t[sheet.norm]}
      </p>
      <p class="references">
        {sheet.references.map((digest) => (
          <img
            class={sheet.sort}
            src={`/audits/${auditId}/pictures/${digest}`}
            alt={t.alt[sheet.sort]}
            width={sheet.sort === 'banner' ? 300 : 96}
            height={sheet.sort === 'banner' ? 100 : 96}
          />
        ))}
      </p>
      {apart > 0 ? (
        <p class="jump">
          <a href="#apart">{t.apart(apart)}</a>
        </p>
      ) : null}
    </div>
  )
}

interface GroupProps extends Pick<SheetProps, 'ui' | 'auditId'> {
  readonly group: SheetGroup<SheetAccount>
  readonly as: SheetViewKind
  readonly level: 2 | 3
  readonly sort: ContactSheetView['sort']
}

const Group = ({ ui, auditId, group, as, level, sort }: GroupProps) => {
  const t = ui.t.contactSheet
  const title = (
    <>
      {t.groups[group.kind]} <span class="aside">({group.items.length})</span>
    </>
  )
  const text = group.kind === 'norm' || group.kind === 'alike' ? null : t.groupText[group.kind]
  return (
    <section class={`sheet-group ${group.kind}`} {...(group.kind === 'apart' ? { id: 'apart' } : {})}>
      {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
      {text ? <p class="aside">{text}</p> : null}
      <ul class={`tiles ${as}`}>
        {group.items.map((account) => (
          <Tile ui={ui} auditId={auditId} account={account} kind={group.kind} as={as} sort={sort} />
        ))}
      </ul>
    </section>
  )
}

interface TileProps extends Omit<GroupProps, 'group' | 'level'> {
  readonly account: SheetAccount
  readonly kind: GroupKind
}

const Tile = ({ ui, auditId, account, kind, as, sort }: TileProps) => {
  const t = ui.t.contactSheet
  const name = `${account.handle}, ${platformName(account.platform)}`
  return (
    <li class="tile">
      <Mark ui={ui} kind={kind} explained={account.explained} />
      {as === 'visitor' ? (
        <ProfilePreview ui={ui} auditId={auditId} account={account} name={name} />
      ) : (
        <div class={`pictures by-${sort}`}>
          <Banner ui={ui} auditId={auditId} picture={account.banner} name={name} />
          <Avatar ui={ui} auditId={auditId} picture={account.avatar} name={name} />
        </div>
      )}
      <p class="names">
        {account.displayName.seen ? (
          <span class="shown-name">{account.displayName.value}</span>
        ) : (
          <span class="aside">{account.displayName.why === 'absent' ? account.handle : t.nameHidden}</span>
        )}
        <Handle handle={account.handle} />
        <Platform platform={account.platform} />
        {account.followers ? (
          <span class="aside" title={t.followersFrom(account.followers.from)}>
            {t.followers(ui.number(account.followers.count), account.followers.count, ui.date(account.followers.at))}
          </span>
        ) : null}
        {account.expired ? <span class="aside">{t.expired}</span> : null}
        {account.explained ? <span class="aside">{t.why(account.explained)}</span> : null}
      </p>
    </li>
  )
}

const markIcons: Readonly<Record<'apart' | 'explained' | 'hidden' | 'unsure', IconName>> = {
  apart: 'arrow',
  explained: 'yes',
  hidden: 'hidden',
  unsure: 'unknown',
}

/** A word with an icon, only where something is to be said. */
const Mark = ({ ui, kind, explained }: { ui: Ui; kind: GroupKind; explained: string | null }) => {
  const mark = kind === 'apart' ? (explained ? 'explained' : 'apart') : kind === 'hidden' || kind === 'unsure' ? kind : null
  if (mark === null) return null
  return (
    <p class={`tile-mark ${mark}`}>
      <Icon name={markIcons[mark]} /> {ui.t.contactSheet.mark[mark]}
    </p>
  )
}

interface PictureProps extends Pick<SheetProps, 'ui' | 'auditId'> {
  readonly picture: SheetPicture
  readonly name: string
}

const Banner = ({ ui, auditId, picture, name }: PictureProps) => {
  const { alt } = ui.t.contactSheet
  if ('digest' in picture)
    return (
      <img
        class="banner"
        src={`/audits/${auditId}/pictures/${picture.digest}`}
        alt={alt.banner(name)}
        width="300"
        height="100"
        loading="lazy"
      />
    )
  if (picture.why === 'hidden') return <Hatched kind="banner" text={alt.bannerHidden} />
  const text = picture.why === 'absent' ? alt.noBanner : picture.why === 'gone' ? alt.gone : alt.bannerNotOffered
  return <span class={`banner empty ${picture.why}`}>{text}</span>
}

/** The same picture twice; it is read out once. */
const Avatar = ({ ui, auditId, picture, name }: PictureProps) => {
  const { alt } = ui.t.contactSheet
  if ('digest' in picture) {
    const src = `/audits/${auditId}/pictures/${picture.digest}`
    return (
      <span class="avatars">
        <img class="square" src={src} alt={alt.square(name)} width="72" height="72" loading="lazy" />
        <img class="round" src={src} alt="" width="72" height="72" loading="lazy" />
      </span>
    )
  }
  return (
    <span class="avatars">
      {picture.why === 'hidden' ? (
        <>
          <Hatched kind="square" text={alt.avatarHidden} />
          <span class="round hatched" aria-hidden="true"></span>
        </>
      ) : (
        <span class="square empty">{picture.why === 'gone' ? alt.gone : alt.noAvatar}</span>
      )}
    </span>
  )
}

const Hatched = ({ kind, text }: { kind: 'banner' | 'square'; text: string }) => (
  <span class={`${kind} hatched`}>
    <Icon name="hidden" />
    <span class="visually-hidden">{text}</span>
  </span>
)

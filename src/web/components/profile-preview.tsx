import type { PlatformId } from '../../model/platform.ts'
import { type AvatarShape, type PictureSizes, type ProfileHead, pictureSizesOf, type Size } from '../../platforms/picture-sizes.ts'
import type { SheetPicture } from '../../report/sheet-groups.ts'
import type { Ui } from '../ui.ts'

interface PreviewedAccount {
  readonly accountId: string
  readonly platform: PlatformId
  readonly avatar: SheetPicture
  readonly banner: SheetPicture
}

interface ProfilePreviewProps {
  readonly ui: Ui
  readonly auditId: string
  readonly account: PreviewedAccount
  /** Platform and handle, for who hears the page. */
  readonly name: string
}

/** Widths of the drawings in their own units; the page scales them. */
const desktopWidth = 600
const phoneWidth = 360

/** What a visitor sees on top of a profile: on a large screen and on a phone, drawn by the platform's measures. */
export const ProfilePreview = ({ ui, auditId, account, name }: ProfilePreviewProps) => {
  const t = ui.t.contactSheet.preview
  const sizes = pictureSizesOf(account.platform)
  const drawing = { ui, auditId, account, name, sizes }
  if (!sizes.banner)
    return (
      <figure class="preview only">
        <OnlyAvatar {...drawing} />
      </figure>
    )
  return (
    <div class="previews">
      <figure class="preview desktop">
        <Head {...drawing} head={sizes.banner.desktop} width={desktopWidth} screen="desktop" />
        <figcaption>
          {t.desktop}
          {sizes.certain ? '' : `. ${t.roughly}`}
        </figcaption>
      </figure>
      <figure class="preview phone">
        <Head {...drawing} head={sizes.banner.phone} width={phoneWidth} screen="phone" />
        <figcaption>{t.phone}</figcaption>
      </figure>
    </div>
  )
}

interface DrawingProps extends ProfilePreviewProps {
  readonly sizes: PictureSizes
}

const OnlyAvatar = ({ ui, auditId, account, name, sizes }: DrawingProps) => (
  <svg viewBox="0 0 120 120" width="120" height="120" role="img" aria-label={ui.t.contactSheet.preview.alt.only(name)}>
    <Avatar {...{ auditId, account, shape: sizes.avatar.shape, x: 4, y: 4, side: 112, id: `o-${account.accountId}` }} />
  </svg>
)

interface HeadProps extends DrawingProps {
  readonly head: ProfileHead
  readonly width: number
  readonly screen: 'desktop' | 'phone'
}

/** Half of an avatar that touches the banner stands over it, on every platform that was measured. */
const overlap = 0.5

const Head = ({ ui, auditId, account, name, sizes, head, width, screen }: HeadProps) => {
  const bannerHeight = (width * head.crop.height) / head.crop.width
  const side = head.avatarWidth * width
  const x = head.avatar === 'centre' ? (width - side) / 2 : width * 0.035
  const y = head.avatar === 'below' ? bannerHeight + width * 0.02 : bannerHeight - side * overlap
  const height = Math.round(y + side + 6)
  const safe = screen === 'desktop' ? safeIn(sizes, head, width / head.crop.width) : null
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={ui.t.contactSheet.preview.alt[head.avatar](name)}
    >
      {'digest' in account.banner ? (
        <image
          href={`/audits/${auditId}/pictures/${account.banner.digest}`}
          width={width}
          height={bannerHeight}
          preserveAspectRatio="xMidYMid slice"
        />
      ) : (
        <Nothing id={`b-${screen}-${account.accountId}`} hidden={account.banner.why === 'hidden'} width={width} height={bannerHeight} />
      )}
      {safe ? <rect class="safe" x={(width - safe.width) / 2} y={(bannerHeight - safe.height) / 2} {...safe} /> : null}
      <Avatar {...{ auditId, account, shape: sizes.avatar.shape, x, y, side, id: `a-${screen}-${account.accountId}` }} />
    </svg>
  )
}

/** The part that shows on every screen, in the drawing's units; `null` where that is all of it. */
function safeIn({ banner }: PictureSizes, { crop }: ProfileHead, scale: number): Size | null {
  const safe = banner?.safe
  if (!safe || (safe.width >= crop.width && safe.height >= crop.height)) return null
  return { width: Math.min(safe.width, crop.width) * scale, height: Math.min(safe.height, crop.height) * scale }
}

interface AvatarProps {
  readonly auditId: string
  readonly account: PreviewedAccount
  readonly shape: AvatarShape
  readonly x: number
  readonly y: number
  readonly side: number
  readonly id: string
}

const cornerOf: Readonly<Record<AvatarShape, number>> = { circle: 0.5, rounded: 0.12, square: 0 }

/** The avatar as the platform cuts it, with a rim in the colour of the page. */
const Avatar = ({ auditId, account, shape, x, y, side, id }: AvatarProps) => {
  const frame = { x, y, width: side, height: side, rx: side * cornerOf[shape] }
  return (
    <>
      <clipPath id={id}>
        <rect {...frame} />
      </clipPath>
      <rect {...frame} class="rim" stroke-width={side * 0.05} />
      {'digest' in account.avatar ? (
        <image
          href={`/audits/${auditId}/pictures/${account.avatar.digest}`}
          x={x}
          y={y}
          width={side}
          height={side}
          clip-path={`url(#${id})`}
          preserveAspectRatio="xMidYMid slice"
        />
      ) : (
        <g clip-path={`url(#${id})`}>
          <Nothing id={`n-${id}`} hidden={account.avatar.why === 'hidden'} x={x} y={y} width={side} height={side} />
        </g>
      )}
    </>
  )
}

interface NothingProps {
  readonly id: string
  /** Hatched: it may be there, and could not be seen. */
  readonly hidden: boolean
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

const Nothing = ({ id, hidden, x = 0, y = 0, width, height }: NothingProps) => (
  <>
    {hidden ? (
      <pattern id={id} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatch" d="M0 0v9" stroke-width="2" />
      </pattern>
    ) : null}
    <rect class="nothing" x={x} y={y} width={width} height={height} />
    {hidden ? <rect x={x} y={y} width={width} height={height} fill={`url(#${id})`} /> : null}
  </>
)

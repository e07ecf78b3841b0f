import type { HouseStyle, LogoFile } from '../model/house-style.ts'
import type { PicturesReading } from '../model/pictures.ts'

/** What was found of the agreed logos in one picture. */
export interface LogosFound {
  /** Whether the picture was looked at for logos at all. */
  readonly compared: boolean
  /** Files in use that are in it. */
  readonly current: readonly LogoFile[]
  /** Files that are no longer to be used and are in it all the same. */
  readonly old: readonly LogoFile[]
  /** Too small, or not compared with every logo: an absence cannot be told. */
  readonly uncertain: boolean
  /** As measured, per logo. */
  readonly measured: PicturesReading['logos']
}

/** Which agreed logos are in a picture; a function, so that the readings are sorted once. */
export function logosIn({ logo: { files } }: HouseStyle, { logos }: PicturesReading): (picture: string) => LogosFound {
  const byPicture = Map.groupBy(logos, ({ picture }) => picture)
  return (picture) => {
    const measured = byPicture.get(picture) ?? []
    const verdictOf = ({ file }: LogoFile) => measured.find(({ logo }) => logo === file)?.verdict ?? 'cannot-tell'
    const present = files.filter((file) => verdictOf(file) === 'present')
    return {
      compared: measured.length > 0,
      current: present.filter(({ old }) => !old),
      old: present.filter(({ old }) => old),
      uncertain: files.some((file) => !file.old && verdictOf(file) === 'cannot-tell'),
      measured,
    }
  }
}

/** Which profile pictures can be the norm by what was agreed about the logo in them. */
export function keepsLogoRule(houseStyle: HouseStyle, reading: PicturesReading): (picture: string) => boolean {
  const { inAvatar, files } = houseStyle.logo
  if (files.length === 0 || inAvatar === null) return () => true
  const found = logosIn(houseStyle, reading)
  return (picture) => {
    const { current, old } = found(picture)
    if (old.length > 0) return false
    return inAvatar === 'must' ? current.length > 0 : inAvatar === 'may' || current.length === 0
  }
}

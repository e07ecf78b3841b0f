import type { FaceBox } from '../model/pictures.ts'
import type { Legibility } from './legibility.ts'
import type { Words } from './likeness/candidates.ts'
import type { Likeness } from './likeness/judge.ts'
import type { PictureKind } from './likeness/print.ts'
import type { LogoVerdict } from './logos/judge.ts'
import type { PaletteColour } from './palette.ts'
import type { Backdrop } from './portraits/backdrop.ts'

/** What a single look at a picture gives: plain data, small enough to keep for thousands. */
export interface Look {
  readonly words: Words
  readonly palette: readonly PaletteColour[]
  /** Of avatars. */
  readonly legibility: (Legibility & { readonly width: number; readonly height: number }) | null
  /** Of avatars with a face. */
  readonly portrait: { readonly face: FaceBox; readonly backdrop: Backdrop } | null
  readonly logos: readonly (LogoVerdict & { readonly logo: string })[]
}

export interface LookWishes {
  readonly kind: PictureKind
  /** Look for a face. */
  readonly faces: boolean
  /** Keys of logos to look for. */
  readonly logos: readonly string[]
}

/** What decodes and compares pictures. A picture is named by a key that `get` of the opener knows. */
export interface ImageReaders {
  /** `null`: the picture cannot be read. */
  look(key: string, wishes: LookWishes): Promise<Look | null>
  /** Only which of the logos are in a picture, for many at a time. `null`: the picture cannot be read. */
  find(key: string, logos: readonly string[]): Promise<Look['logos'] | null>
  /** `null`: one of the two cannot be read. */
  compare(a: string, b: string, kind: PictureKind): Promise<Likeness | null>
}

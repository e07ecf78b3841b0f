import type { PlatformId } from '../model/platform.ts'

/** A rectangle in pixels of the picture as it was handed in, from its top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A box on a page; pages count from 1, a picture is page 1. PDF pages are measured in points (1/72 inch). */
export interface Crop extends Box {
  readonly page: number
}

/** A decoded picture, upright, one grey byte per pixel. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** One line of text as one reading saw it. */
export interface Line {
  readonly text: string
  readonly box: Box
  /** 0 to 1, the reader's own; 1 for a text layer. */
  readonly confidence: number
  /** Lines of one reading of the page share a number; readings with other numbers are second opinions of the same text. */
  readonly pass: number
}

export interface CodeSeen {
  readonly text: string
  readonly box: Box
}

export interface PdfPage {
  /** From 1. */
  readonly number: number
  readonly lines: readonly Line[]
  /** Addresses behind link areas. */
  readonly links: readonly { readonly url: string; readonly box: Box }[]
  /** Points per pixel of `picture`. */
  readonly scale: number
  readonly picture: Picture
}

/** A page in colour, three bytes a pixel. `scale` in the page's own measure per pixel. */
export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
  readonly scale: number
}

export type Effort = 'quick' | 'thorough'

/** What {@link readPrint} is given to see with. None of them opens a socket. */
export interface PrintReaders {
  /** @throws EenlijnError `not-accepted` for what is no picture, `too-large` above the pixel limit. */
  decodeImage(file: Uint8Array): Promise<Picture>
  /** `quick` looks at the picture as it is; `thorough` also changes it until a code is read. */
  codes(picture: Picture, effort: Effort): Promise<readonly CodeSeen[]>
  text(picture: Picture): Promise<readonly Line[]>
  /** @throws EenlijnError `not-accepted` for what is no PDF, `too-large` above the page limit. */
  pdfPages(file: Uint8Array): AsyncIterable<PdfPage>
}

/** Cuts places out of the pages of one file, for the blob store. */
export interface Cropper {
  /** Digest of the place, cut out; `null` where there is nothing to see. */
  cut(crop: Crop): Promise<string | null>
  /** Digest of the first page, small. */
  preview(): Promise<string>
}

/** How sure a find is: a code or a written-out address; a name beside a platform's name; a bare `@name`. */
export const tiers = ['certain', 'likely', 'possible'] as const
export type Tier = (typeof tiers)[number]

export type PrintSource = 'code' | 'text' | 'pdf-text'

/** An account that a printed thing names. */
export interface PrintedAccount {
  /** `null` for a bare `@name`: the print does not say where. */
  readonly platform: PlatformId | null
  readonly handle: string
  readonly url: string | null
  readonly key: string | null
  readonly tier: Tier
  readonly from: PrintSource
  /** The line, or the code's text, as it was read. At most 300 characters. */
  readonly quote: string
  /** The line with those right above and below it: a clipping's words around the name. At most 300 characters. */
  readonly passage: string
  readonly crop: Crop
}

export interface PrintReading {
  readonly codes: readonly { readonly text: string; readonly crop: Crop }[]
  readonly accounts: readonly PrintedAccount[]
  /** Web addresses with scheme, e-mail addresses as `mailto:`; each once. */
  readonly urls: readonly string[]
  /** The places of `urls`, the first of each. */
  readonly places: readonly { readonly url: string; readonly from: PrintSource; readonly crop: Crop }[]
  /** Names with their `@`, as printed; each once. */
  readonly handles: readonly string[]
}

import type { Cropper, DrawnPage } from '../types.ts'
import { cutOut, thumbnail } from './cut.ts'

/** Cuts places out of the pages of one file, and puts them in the blob store. Pages are drawn when asked for; one is held at a time. */
export function createCropper({
  drawPage,
  put,
}: {
  readonly drawPage: (page: number) => Promise<DrawnPage>
  readonly put: (bytes: Uint8Array) => Promise<string>
}): Cropper {
  let drawn: { readonly number: number; readonly page: DrawnPage } | null = null
  const page = async (number: number) => {
    if (drawn?.number !== number) drawn = { number, page: await drawPage(number) }
    return drawn.page
  }
  return {
    cut: async (crop) => (crop.w <= 0 || crop.h <= 0 ? null : put(await cutOut(await page(crop.page), crop))),
    preview: async () => put(await thumbnail(await page(1))),
  }
}

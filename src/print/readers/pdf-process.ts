import { answerWith } from '../../processes/answer-with.ts'
import type { PrintLimits } from '../limits.ts'
import type { PdfPage } from '../types.ts'
import { drawPdfPage, pdfPages } from './pdf.ts'

export type PdfQuestion =
  | { readonly open: Uint8Array; readonly limits: PrintLimits }
  | { readonly draw: Uint8Array; readonly page: number }
  | 'next'
  | 'close'

let pages: AsyncGenerator<PdfPage> | null = null

/** One file at a time: opened, then a page for each `next`, `null` behind the last. `draw` stands apart from it. */
answerWith<PdfQuestion>(async (question) => {
  if (question === 'next') return (await pages?.next())?.value ?? null
  if (typeof question === 'object' && 'draw' in question) return drawPdfPage(question.draw, question.page)
  await pages?.return(undefined)
  pages = question === 'close' ? null : pdfPages(question.open, question.limits)
  return null
})

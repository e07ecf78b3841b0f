import type { FaceBox } from '../../model/pictures.ts'

/** Surer than this, a logo or a drawing is hardly ever taken for a face. */
const sure = 0.7
const side = 128

/**
 * The surest box of BlazeFace (short range): of 896 anchors a score and a box each. The net also gives six points of
 * the face; they are not read.
 */
export function faceOf(scores: Float32Array, boxes: Float32Array): FaceBox | null {
  let best = 0
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at
  if (1 / (1 + Math.exp(-(scores[best] ?? -99))) < sure) return null
  const [anchorX, anchorY] = anchorOf(best)
  const value = (at: number) => (boxes[best * 16 + at] ?? 0) / side
  const [w, h] = [value(2), value(3)]
  return { x: anchorX + value(0) - w / 2, y: anchorY + value(1) - h / 2, w, h }
}

/** Two anchors in each cell of 16 by 16, then six in each of 8 by 8. */
function anchorOf(at: number): [number, number] {
  const [cells, cell] = at < 512 ? [16, Math.floor(at / 2)] : [8, Math.floor((at - 512) / 6)]
  return [((cell % cells) + 0.5) / cells, (Math.floor(cell / cells) + 0.5) / cells]
}

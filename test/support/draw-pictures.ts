import sharp from 'sharp'
import { random } from './random.ts'

/** A drawn scene with as much to see as a photo: a sky, hills, houses, trees. Another one for each seed. */
export function scene(seed: number, width = 1500, height = 1000): string {
  const next = random(seed * 7919 + 13)
  const between = (from: number, to: number) => Math.round(from + next() * (to - from))
  const colour = () => `hsl(${between(0, 359)} ${between(20, 80)}% ${between(20, 80)}%)`
  const shapes = Array.from({ length: 70 }, () => {
    const [x, y, size] = [between(0, width), between(0, height), between(15, 150)]
    const form = between(0, 3)
    if (form === 0) return `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${colour()}"/>`
    if (form === 1) return `<rect x="${x}" y="${y}" width="${size}" height="${between(10, 200)}" fill="${colour()}"/>`
    if (form === 2) return `<path d="M${x} ${y} l${size} ${between(-90, 90)} l${-size / 2} ${size} z" fill="${colour()}"/>`
    return `<path d="M${x} ${y} q${size} ${between(-160, 160)} ${size * 2} 0" stroke="${colour()}" stroke-width="${between(2, 14)}" fill="none"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour()}"/>${shapes.join('')}</svg>`
}

/** A simple mark with transparent surroundings. */
export function mark(seed: number, ink = '#c1121f'): string {
  const next = random(seed * 104729 + 7)
  const at = () => Math.round(10 + next() * 80)
  const bars = Array.from({ length: 4 }, () => `<path d="M${at()} ${at()} L${at()} ${at()} L${at()} ${at()} Z"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="400" height="400"><g fill="${ink}" fill-rule="evenodd">${bars.join('')}<circle cx="${at()}" cy="${at()}" r="11"/></g></svg>`
}

const shapes = { x: [1500, 500], linkedin: [1584, 396], company: [1128, 191], facebook: [820, 312] } as const

/** A scene as a platform crops it: `zoom` from 1, `right` and `down` say where in what is left over, 0 to 1. */
export async function asBanner(
  svg: string,
  platform: keyof typeof shapes,
  { zoom = 1, right = 0.5, down = 0.5, quality = 70 }: { zoom?: number; right?: number; down?: number; quality?: number } = {},
): Promise<Buffer> {
  const [width, height] = shapes[platform]
  const scale = Math.max(width / 1500, height / 1000) * zoom
  const [wide, high] = [Math.round(1500 * scale), Math.round(1000 * scale)]
  return sharp(Buffer.from(svg))
    .resize(wide, high)
    .extract({ left: Math.floor((wide - width) * right), top: Math.floor((high - height) * down), width, height })
    .jpeg({ quality })
    .toBuffer()
}

/** A flat banner: one ground, one mark in the middle. */
export async function flatBanner(markSvg: string, ground: string, platform: keyof typeof shapes, size = 0.5): Promise<Buffer> {
  const [width, height] = shapes[platform]
  const logo = await sharp(Buffer.from(markSvg))
    .resize(Math.round(width * 0.16), Math.round(height * size), { fit: 'inside' })
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: ground } })
    .composite([{ input: logo }])
    .jpeg({ quality: 75 })
    .toBuffer()
}

/** A mark as an avatar, `share` of its width. */
export async function asAvatar(markSvg: string, ground: string, share = 0.6, side = 400): Promise<Buffer> {
  const logo = await sharp(Buffer.from(markSvg))
    .resize(Math.round(side * share))
    .toBuffer()
  return sharp({ create: { width: side, height: side, channels: 3, background: ground } })
    .composite([{ input: logo }])
    .jpeg({ quality: 75 })
    .toBuffer()
}

/** A drawn face before a backdrop: enough of one for a face box. */
export function portrait(backdrop: string, shirt: string, skin = '#d9a47c', shift = 0): string {
  const x = 200 + shift
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="400"><defs><radialGradient id="s" cx=".4" cy=".35"><stop offset="0" stop-color="#f3cfae"/><stop offset="1" stop-color="${skin}"/></radialGradient></defs>${backdrop}
<path d="M${x - 130} 400 q10 -110 130 -115 q120 5 130 115 z" fill="${shirt}"/><rect x="${x - 32}" y="250" width="64" height="60" fill="${skin}"/>
<ellipse cx="${x}" cy="185" rx="72" ry="95" fill="url(#s)"/><path d="M${x - 76} 170 q0 -95 76 -95 q76 0 76 95 q-20 -50 -76 -52 q-56 2 -76 52 z" fill="#3b2a20"/>
<ellipse cx="${x - 27}" cy="175" rx="13" ry="7" fill="#fff"/><ellipse cx="${x + 27}" cy="175" rx="13" ry="7" fill="#fff"/><circle cx="${x - 27}" cy="175" r="6.5" fill="#33241a"/><circle cx="${x + 27}" cy="175" r="6.5" fill="#33241a"/>
<path d="M${x - 43} 158 q16 -10 32 -2 M${x + 11} 156 q16 -8 32 2" stroke="#3b2a20" stroke-width="6" fill="none"/><path d="M${x - 4} 178 q-8 30 -8 36 q10 8 22 2" stroke="#b07c58" stroke-width="4" fill="none"/>
<path d="M${x - 28} 236 q28 18 56 0 q-28 8 -56 0" fill="#a94a4a" stroke="#8c3b3b" stroke-width="3"/></svg>`
}

export const toJpeg = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()

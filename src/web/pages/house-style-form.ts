import type { HouseStyle, LogoFile, Passage } from '../../model/house-style.ts'
import { type Form, textOf } from '../respond.ts'

const oneOf = <T extends string>(all: readonly T[], text: string): T | null => all.find((one) => one === text) ?? null

const linesOf = (form: Form, name: string): string[] =>
  textOf(form, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

function passageOf(form: Form, part: string): Passage | null {
  const passage = { quote: textOf(form, `${part}.quote`).trim(), document: textOf(form, `${part}.document`).trim() }
  return passage.quote === '' && passage.document === '' ? null : passage
}

/** `0F5C63`, `#fc0` and `#0F5C63` are written as one; what is no colour stays as it was typed. */
function colourOf(text: string): string {
  const digits = text.replace(/^#/, '').toLowerCase()
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${[...digits].map((digit) => digit + digit).join('')}`
  return /^[0-9a-f]{6}$/.test(digits) ? `#${digits}` : text
}

/** Typed colours, in any order with commas or spaces between. */
export const coloursIn = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map(colourOf)

function logosIn(form: Form): LogoFile[] {
  const at = (name: string, place: number) => form[`logo.${name}`]?.[place] ?? ''
  const removed = new Set(form['logo.remove'] ?? [])
  const old = new Set(form['logo.old'] ?? [])
  return (form['logo.file'] ?? []).flatMap((file, place) =>
    removed.has(file)
      ? []
      : [
          {
            file,
            name: at('name', place).trim(),
            kind: oneOf(['mark', 'wordmark'], at('kind', place)) ?? 'mark',
            ground: oneOf(['any', 'light', 'dark'], at('ground', place)) ?? 'any',
            old: old.has(file),
          },
        ],
  )
}

/** What the form says, as it was typed: whether it may stand is the service's to say. */
export function styleIn(form: Form): HouseStyle {
  const link = textOf(form, 'description.link').trim()
  const counted = new Set(form.on ?? [])
  return {
    names: {
      organisation: linesOf(form, 'names.organisation'),
      units: linesOf(form, 'names.units'),
      people: linesOf(form, 'names.people'),
      display: linesOf(form, 'names.display'),
      passage: passageOf(form, 'names'),
    },
    background: { references: [...(form['background.references'] ?? [])], passage: passageOf(form, 'background') },
    portraits: { rule: oneOf(['one-backdrop', 'free'], textOf(form, 'portraits.rule')), passage: passageOf(form, 'portraits') },
    logo: {
      files: logosIn(form),
      inAvatar: oneOf(['must', 'may', 'must-not'], textOf(form, 'logo.inAvatar')),
      passage: passageOf(form, 'logo'),
    },
    colours: { hex: coloursIn(textOf(form, 'colours.hex')), passage: passageOf(form, 'colours') },
    description: { words: linesOf(form, 'description.words'), link: link === '' ? null : link, passage: passageOf(form, 'description') },
    off: (form.checks ?? []).filter((check) => !counted.has(check)),
  }
}

/** The logo that is handed in with the form, once its picture is kept under this digest. */
export const newLogo = (form: Form, file: string, name: string): LogoFile => ({
  file,
  name: textOf(form, 'new.name').trim() || name.slice(0, 200),
  kind: oneOf(['mark', 'wordmark'], textOf(form, 'new.kind')) ?? 'mark',
  ground: oneOf(['any', 'light', 'dark'], textOf(form, 'new.ground')) ?? 'any',
  old: textOf(form, 'new.old') !== '',
})

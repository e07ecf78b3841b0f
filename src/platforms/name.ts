import type { Address, PlatformId } from '../model/platform.ts'
import type { Form } from './grammar.ts'

const longestName = 300

/**
 * The name that a text holds under a form, or `null`. Forgives an `@` too many and what careless
 * markup leaves behind a name: `acme&ref=ts`, `acme"`, `acme.`.
 */
export function readName(form: Form, text: string): string | null {
  if (text.length > longestName) return null
  let start = 0
  while (text.charCodeAt(start) === 0x40) start++
  const value = start === 0 ? text : text.slice(start)
  return matchName(form, value) ?? matchName(form, tidied(value))
}

function matchName(form: Form, value: string): string | null {
  if (value === '') return null
  const match = form.pattern.exec(value)
  if (match === null) return null
  const name = match[1] ?? value
  if (!/[\p{L}\p{N}_]/u.test(name) || noName.test(name)) return null
  return form.clean === undefined ? name : form.clean(name)
}

/** Half of an address that was pasted behind another one. */
const noName = /^https?:?$/i

function tidied(value: string): string {
  const cut = value.search(/[?&"<>|\\,;]/)
  let end = cut < 0 ? value.length : cut
  while (end > 0 && !/[\p{L}\p{N}_]/u.test(value.charAt(end - 1))) end--
  return end === value.length ? '' : value.slice(0, end)
}

const fill = (template: string, name: string): string => template.replace('{}', () => name)

/** Percent-encodes a name for a path, leaving the signs that platforms show bare. */
const encodeName = (name: string): string =>
  /^[\w.@+~-]*$/.test(name) ? name : encodeURIComponent(name).replace(/%(?:2F|40|3A|24|26|2B|2C|3B|3D)/g, decodeURIComponent)

const handleOf = (form: Form, name: string): string => fill(form.handle, name)

export const urlOf = (form: Form, name: string): string =>
  typeof form.url === 'string' ? fill(form.url, encodeName(name)) : form.url(name)

/** The identity of an account: equal for every spelling that the platform takes for the same. */
function keyOf(platform: PlatformId, form: Form, name: string): string {
  const folded = form.fold === undefined ? name : form.fold(name)
  return `${platform}:${fill(form.handle, form.caseSensitive ? folded : folded.toLowerCase())}`
}

/** The name inside a handle as this form writes it, or `null`. */
export function nameInHandle(form: Form, handle: string): string | null {
  const hole = form.handle.indexOf('{}')
  const before = form.handle.slice(0, hole)
  const after = form.handle.slice(hole + 2)
  const end = handle.length - after.length
  if (end <= before.length) return null
  if (handle.slice(0, before.length).toLowerCase() !== before.toLowerCase()) return null
  if (after !== '' && handle.slice(end).toLowerCase() !== after) return null
  return readName(form, handle.slice(before.length, end))
}

/** The address of one account, as the forms of its platform write it. */
export function addressOf(
  platform: { readonly id: PlatformId; readonly closed?: object },
  form: Form,
  name: string,
  kind: Address['kind'],
  doubt: Address['doubt'],
): Address {
  return {
    kind,
    platform: platform.id,
    handle: handleOf(form, name),
    url: urlOf(form, name),
    key: keyOf(platform.id, form, name),
    owner: form.owner ?? 'any',
    doubt: doubt ?? form.doubt ?? null,
    closed: platform.closed !== undefined,
  }
}

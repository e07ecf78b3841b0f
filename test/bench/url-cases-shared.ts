import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Address } from '../../src/model/platform.ts'

/** Real material that is not part of the project; the bench skips without it. */
export const real = join(import.meta.dirname, '../../../shared/real')
export const all = process.argv.includes('--all')
export const read = <T>(file: string): T => JSON.parse(readFileSync(join(real, file), 'utf8')) as T
export const percent = (part: number, whole: number): string => (whole === 0 ? 'n/a' : `${((100 * part) / whole).toFixed(2)} %`)

export const names = (address: Address): boolean => address.kind === 'account' || address.kind === 'community'
export const show = (address: Address): string => [address.kind, address.platform, address.handle].filter(Boolean).join(' ')

/** The last part of a handle, as peers write it: without prefix, sign and case. */
const tail = (handle: string): string =>
  decodeURIComponent(handle.replace(/\/+$/, ''))
    .normalize('NFC')
    .replace(/^.*[/=]/, '')
    .replace(/^[@+]/, '')
    .toLowerCase()

export const sameHandle = (address: Address, handle: string): boolean =>
  address.handle !== null && (tail(address.handle) === tail(handle) || tail(handle).endsWith(`-${tail(address.handle)}`))

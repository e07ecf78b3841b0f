import { readSavedPage } from '../capture/saved-page.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Fetched } from '../model/fetch.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { readProfile } from '../platforms/profile.ts'
import type { ProfileReading } from '../platforms/profile-reading.ts'
import { platformName } from '../report/platform-name.ts'
import { wallWords } from '../report/words.ts'
import { pictureType } from './evidence.ts'

interface Account {
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
  readonly url: string
}

/** What a saved page shows of the account, with the pictures that came along in the file. */
export interface HandedPage {
  readonly reading: ProfileReading
  readonly picture: Uint8Array | null
  readonly banner: Uint8Array | null
}

/**
 * Reads a profile page that a person saved. The page itself is not kept: it may show who saved it, and what they follow.
 * @throws EenlijnError `not-accepted` for what is no page; `invalid-input` for a wall and for the page of another account.
 */
export function readHandedPage(account: Account, bytes: Uint8Array, at: string): HandedPage {
  const saved = readSavedPage(bytes)
  const reading = readProfile(account, asFetched(account.url, saved.url, saved.html, at))
  if (reading.state !== 'captured') throw reading.wall === 'unreadable' ? noProfile(account) : refusal(walled(reading, account))
  if (!isPageOf(account, reading, saved.url, saved.html)) throw refusal(otherAccount(account))
  const picture = (url: string | null) => {
    const found = url === null ? null : saved.picture(url)
    return found && pictureType(found) !== 'application/octet-stream' ? found : null
  }
  return { reading, picture: picture(reading.pictureUrl), banner: picture(reading.bannerUrl) }
}

function asFetched(requested: string, url: string | null, html: string, at: string): Fetched {
  const asked = { requested, url: url ?? requested, redirects: [], at, record: null }
  return { ...asked, kind: 'page', status: 200, headers: {}, mediaType: 'text/html', body: new Uint8Array(), text: html, rendered: true }
}

/**
 * Whether the page is the account's. The address that the browser noted says it; pages that change without loading anew leave
 * old addresses in their head, so the page's own comes second. Without either the page must link to the account.
 */
function isPageOf(account: Account, reading: ProfileReading, savedFrom: string | null, html: string): boolean {
  const noted = accountKey(savedFrom, account.platform)
  if (noted !== null && sameName(noted, account.key)) return true
  const own = [
    accountKey(reading.canonical, account.platform),
    reading.handle.seen && reading.handle.from !== 'address' ? `${account.platform}:${reading.handle.value}` : null,
    reading.permanentId.seen ? `${account.platform}:${reading.permanentId.value}` : null,
  ].filter((key) => key !== null)
  if (own.some((key) => sameName(key, account.key))) return noted === null || isNumber(noted) || isNumber(account.key)
  if (noted !== null || own.length > 0) return false
  return linksTo(html, account)
}

const formAndName = (key: string): string =>
  key
    .slice(key.indexOf(':') + 1)
    .replace(/^@/, '')
    .toLowerCase()
const nameOf = (key: string): string => formAndName(key).split('/').at(-1) ?? ''

/** `@acme` and `acme`, `company/1234` and the bare number; but `company/acme` and `school/acme` are two accounts. */
function sameName(a: string, b: string): boolean {
  if (formAndName(a) === formAndName(b)) return true
  return formAndName(a).includes('/') !== formAndName(b).includes('/') && nameOf(a) === nameOf(b)
}

/** Platforms lead a number on to the name that belongs to it, and the other way round. */
const isNumber = (key: string): boolean => /^(?:\d+|uc[\w-]{22})$/.test(nameOf(key))

function accountKey(url: string | null, platform: PlatformId): string | null {
  const read = url === null ? null : classifyUrl(url)
  return read?.kind === 'account' && read.platform === platform ? read.key : null
}

const mostLinks = 5000

function linksTo(html: string, account: Account): boolean {
  const hrefs = html.matchAll(/\bhref\s{0,3}=\s{0,3}["']([^"'<>]{1,500})/gi)
  let looked = 0
  for (const [, href = ''] of hrefs) {
    if (++looked > mostLinks) return false
    const read = classifyUrl(href, { base: account.url })
    if (read.key !== null && sameName(read.key, account.key)) return true
  }
  return false
}

const refusal = (text: Text) => new EenlijnError('invalid-input', text, { field: 'page' })

const otherAccount = ({ handle }: Account): Text => ({
  nl: `Deze pagina is niet van ${handle}. Open het account met de knop hierboven, en sla díe pagina op.`,
  en: `This page is not that of ${handle}. Open the account with the button above, and save that page.`,
})

const walled = ({ wall }: ProfileReading, { platform }: Account): Text => {
  const words = wallWords[wall ?? 'login']
  return {
    nl: `Op deze pagina staat het account niet. ${words.nl} Log in op ${platformName(platform)}, of maak een schermafbeelding van wat je wel ziet.`,
    en: `This page does not show the account. ${words.en} Log in to ${platformName(platform)}, or take a picture of what you do see.`,
  }
}

const noProfile = ({ platform }: Account) =>
  refusal({
    nl: `Op deze pagina herkennen wij geen profiel van ${platformName(platform)}. Maak een schermafbeelding, of vul de velden in.`,
    en: `We do not recognise a profile of ${platformName(platform)} on this page. Take a picture of the screen, or fill in the fields.`,
  })

import type { PrintedAccountItem, PrintItemReading, PrintRoute } from '../model/print-item.ts'
import { classifyUrl } from '../platforms/classify.ts'
import type { AskedAddress } from './ask-addresses.ts'
import type { Cropper, PrintedAccount, PrintReading } from './types.ts'

/** More than these on one file is a list rather than a poster. */
const most = { accounts: 60, codes: 40, urls: 100, handles: 100 }

const isPersons = (url: string | null): boolean => url !== null && classifyUrl(url).owner === 'person'

/** What was read, as it is kept: with each place cut out, and without profiles of people. */
export async function itemReading(
  reading: PrintReading,
  asked: readonly AskedAddress[],
  cropper: Cropper,
  route: PrintRoute,
): Promise<Partial<PrintItemReading>> {
  const organisations = reading.accounts.filter(({ url }) => !isPersons(url))
  const accounts = [...organisations.map((account) => read(account, route)), ...asked.flatMap(behindLink)]
  // By page, so that each page is drawn once.
  const cuts = new Map<string, Promise<string | null>>()
  const cropOf = (crop: PrintedAccount['crop']) => {
    const place = JSON.stringify(crop)
    const known = cuts.get(place) ?? cropper.cut(crop)
    cuts.set(place, known)
    return known
  }
  const preview = await cropper.preview()
  const kept: PrintedAccountItem[] = []
  for (const { crop, ...account } of onePerKey(accounts).slice(0, most.accounts)) kept.push({ ...account, crop: await cropOf(crop) })
  const addresses: NonNullable<PrintItemReading['addresses']> = []
  for (const { place, account: _, ...address } of asked.slice(0, most.urls)) addresses.push({ ...address, crop: await cropOf(place.crop) })
  const codes: PrintItemReading['codes'] = []
  for (const { text, crop } of reading.codes.slice(0, most.codes))
    if (!isPersons(text)) codes.push({ text: text.slice(0, 2_000), crop: await cropOf(crop) })
  return {
    preview,
    accounts: kept,
    addresses,
    codes,
    urls: reading.urls.filter((url) => !isPersons(url)).slice(0, most.urls),
    handles: reading.handles.slice(0, most.handles),
    people: new Set(reading.accounts.flatMap(({ url, key }) => (isPersons(url) ? [key] : []))).size,
  }
}

type Uncut = Omit<PrintedAccountItem, 'crop'> & { readonly crop: PrintedAccount['crop'] }

/** In a clipping the words around the name say what is said of it; on a poster its line is enough. */
const read = ({ platform, handle, url, key, tier, quote, passage, crop }: PrintedAccount, route: PrintRoute): Uncut => ({
  ...{ platform, handle, url, key, tier, crop, page: crop.page },
  quote: route === 'press' ? passage : quote,
})

function behindLink({ url: printed, account: leadsTo, place }: AskedAddress): Uncut[] {
  if (leadsTo === null) return []
  const { platform, handle, url, key } = classifyUrl(leadsTo)
  const quote = `${printed} → ${url ?? leadsTo}`.slice(0, 300)
  return handle === null ? [] : [{ platform, handle, url, key, tier: 'certain', quote, crop: place.crop, page: place.crop.page }]
}

function onePerKey(accounts: readonly Uncut[]): Uncut[] {
  const seen = new Set<string>()
  return accounts.filter(({ key }) => key === null || (!seen.has(key) && seen.add(key)))
}

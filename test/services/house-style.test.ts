import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { EenlijnError } from '../../src/model/errors.ts'
import { type HouseStyle, noHouseStyle } from '../../src/model/house-style.ts'
import { expireEvidence, openEvidence } from '../../src/services/evidence.ts'
import { keepHousePicture } from '../../src/services/keep-house-picture.ts'
import { previewNames } from '../../src/services/preview-names.ts'
import { readHouseStyle } from '../../src/services/read-house-style.ts'
import { saveHouseStyle } from '../../src/services/save-house-style.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { samplePicture } from '../support/sample-picture.ts'
import { sampleSheet } from '../support/sample-sheet.ts'

async function setting() {
  const { deps, clock } = await testDeps()
  const sample = await sampleAudit(deps)
  const { auditId } = sample
  const save = (change: Partial<HouseStyle>, personId: string | null = null) =>
    saveHouseStyle(deps, { auditId, style: { ...readHouseStyle(deps, auditId).style, ...change }, personId })
  return { deps, clock, sample, auditId, save }
}

const refusal = (act: () => unknown): { code: string; field: string | null; nl: string } => {
  try {
    act()
  } catch (error) {
    if (error instanceof EenlijnError) return { code: error.code, field: error.field, nl: error.text.nl }
    throw error
  }
  throw new Error('was not refused')
}

const svg = (inside: string, head = '') =>
  Buffer.from(`${head}<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">${inside}</svg>`)

describe('agreements', () => {
  test('are kept in versions, the last one counts, and each says what it changed and who did it', async () => {
    const { deps, clock, sample, auditId, save } = await setting()
    expect(readHouseStyle(deps, auditId)).toMatchObject({ style: noHouseStyle, versions: [] })
    const passage = { quote: ' Wij heten overal Zorgwijde. ', document: 'Huisstijlboek 2025' }
    expect(save({ names: { ...noHouseStyle.names, organisation: ['{organisation}'], passage } }, sample.jannie)).toEqual({ changed: true })
    clock.now = new Date('2026-11-03T09:00:00.000Z')
    save({ colours: { hex: ['#0f5c63', '#0f5c63'], passage: null }, portraits: { rule: 'one-backdrop', passage: null } })
    const { style, versions } = readHouseStyle(deps, auditId)
    expect(style.names.passage).toEqual({ quote: 'Wij heten overal Zorgwijde.', document: 'Huisstijlboek 2025' })
    expect(style.colours.hex).toEqual(['#0f5c63'])
    expect(versions).toEqual([
      { number: 2, at: '2026-11-03T09:00:00.000Z', by: null, changed: ['portraits', 'colours'] },
      { number: 1, at: '2026-11-02T09:00:00.000Z', by: 'Jannie de Wit', changed: ['names'] },
    ])
    expect(save({})).toEqual({ changed: false })
    expect(readHouseStyle(deps, auditId).versions).toHaveLength(2)
  })

  test('hold for a later audit of the same organisation, and for no other one', async () => {
    const { deps, save } = await setting()
    save({ colours: { hex: ['#0f5c63'], passage: null } })
    const again = await startAudit(deps, { name: 'Zorgwijde', website: 'https://www.zorgwijde.example/' })
    const other = await startAudit(deps, { name: 'De Kruimel', website: 'https://kruimel.example/' })
    expect(readHouseStyle(deps, again.auditId).style.colours.hex).toEqual(['#0f5c63'])
    expect(readHouseStyle(deps, other.auditId).style).toEqual(noHouseStyle)
  })

  test.each([
    ['a pattern with an unknown part', { names: { ...noHouseStyle.names, people: ['{voornaam}_zw'] } }, 'names.people', '{voornaam}'],
    ['a pattern with one brace', { names: { ...noHouseStyle.names, units: ['{unit_zw'] } }, 'names.units', '{unit_zw'],
    ['a colour that is none', { colours: { hex: ['rood'], passage: null } }, 'colours.hex', 'zoals #0f5c63'],
    ['more colours than fit', { colours: { hex: Array(13).fill('#123456'), passage: null } }, 'colours.hex', 'Hoogstens 12'],
    ['a link that is none', { description: { words: [], link: 'geen link', passage: null } }, 'description.link', 'geen webadres'],
    [
      'a passage that is a chapter',
      { portraits: { rule: null, passage: { quote: 'a'.repeat(1_001), document: '' } } },
      'portraits.passage.quote',
      'hoogstens 1.000 tekens',
    ],
  ] as const)('refuse %s, with its field', async (_, change, field, words) => {
    const { save, deps, auditId } = await setting()
    const refused = refusal(() => save(change as unknown as Partial<HouseStyle>))
    expect(refused).toMatchObject({ code: 'invalid-input', field })
    expect(refused.nl).toContain(words)
    expect(readHouseStyle(deps, auditId).versions).toEqual([])
  })

  test('name only pictures of their own: not any digest, and not one of another organisation', async () => {
    const { deps, save } = await setting()
    const other = await startAudit(deps, { name: 'De Kruimel' })
    const bytes = samplePicture([1, 2, 3], [9, 9, 9])
    const foreign = await keepHousePicture(deps, { auditId: other.auditId, bytes, field: 'file' })
    for (const digest of ['0'.repeat(64), foreign.digest])
      expect(refusal(() => save({ background: { references: [digest], passage: null } }))).toMatchObject({ field: 'background.references' })
  })

  test('forget checks that do not exist, so that none stays off unseen', async () => {
    const { deps, auditId, save } = await setting()
    save({ off: ['nobody-knows', 'names-across-platforms'] })
    expect(readHouseStyle(deps, auditId).style.off).toEqual(['names-across-platforms'])
    expect(readHouseStyle(deps, auditId).checks.find(({ id }) => id === 'names-across-platforms')?.on).toBe(false)
  })
})

describe('what the accounts do now', () => {
  test('is told with how many of how many, for banner, avatar, colours, link and names', async () => {
    const { deps, sample, auditId } = await setting()
    const { digestOf } = await sampleSheet(deps, sample)
    const { found, banners } = readHouseStyle(deps, auditId)
    expect(found.background).toEqual({ n: 5, of: 8, value: digestOf('house') })
    expect(found.colours).toEqual({ n: 2, of: 3, value: ['#0f5c63', '#ffffff'] })
    expect(found.link).toMatchObject({ n: 11, value: 'https://www.zorgwijde.example/' })
    expect(found.names.organisation).toMatchObject({ value: '{organisation}' })
    expect(banners.map(({ accounts }) => accounts.length).sort()).toEqual([1, 1, 1, 1, 4])
  })

  test('is nothing where nothing was seen', async () => {
    const { deps } = await testDeps()
    const { auditId } = await startAudit(deps, { name: 'De Kruimel' })
    const nothing = { names: { organisation: null, units: null, display: null }, background: null, avatar: null, colours: null, link: null }
    expect(readHouseStyle(deps, auditId).found).toEqual(nothing)
  })
})

describe('a picture of the house style', () => {
  const keep = async (bytes: Uint8Array) => {
    const { deps, auditId, save } = await setting()
    const kept = await keepHousePicture(deps, { auditId, bytes, field: 'logoFile' })
    return { deps, auditId, save, kept, stored: Buffer.from((await deps.blobs.get(kept.digest)) ?? []) }
  }

  test('that is a drawing is kept as a sharp PNG with its transparency, never as the drawing', async () => {
    const { kept, stored } = await keep(svg('<circle cx="10" cy="10" r="10" fill="#0f5c63"/><script>alert(1)</script>'))
    expect([kept.width, kept.height]).toEqual([1024, 512])
    expect(stored.subarray(1, 4).toString()).toBe('PNG')
    expect(stored.includes('script')).toBe(false)
    const { data, info } = await sharp(stored).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)]
    expect(at(256, 256)).toEqual([15, 92, 99, 255])
    expect(at(1000, 20)[3]).toBe(0)
  })

  test('that is a photo leaves behind what its file tells of where and when', async () => {
    const photo = await sharp(Buffer.from(samplePicture([1, 2, 3], [9, 9, 9])))
      .withExif({ IFD0: { Copyright: 'Jannie de Wit' } })
      .jpeg()
      .toBuffer()
    expect(photo.includes('Jannie')).toBe(true)
    const { stored } = await keep(photo)
    expect(stored.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(stored.includes('Jannie')).toBe(false)
  })

  test('does not reach out: a file of this machine that a drawing names does not come in', async () => {
    const { stored } = await keep(
      svg('<image href="file:///etc/passwd" width="40" height="20"/><image href="http://127.0.0.1:9/x.png" width="9" height="9"/>'),
    )
    const { data } = await sharp(stored).raw().toBuffer({ resolveWithObject: true })
    expect(data.every((value) => value === 0)).toBe(true)
  })

  const entity = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  test.each([
    ['no picture', Buffer.from('<html>hallo</html>'), 'not-accepted', 'eindigt op .svg, .png'],
    ['a damaged picture', Buffer.from(samplePicture([1, 2, 3], [9, 9, 9])).subarray(0, 200), 'not-accepted', 'beschadigd'],
    ['a drawing with entities', svg('<text>&b;</text>', entity), 'not-accepted', 'entities'],
    ['a drawing of more than 1 MB', svg(`<!--${'a'.repeat(2 ** 20)}-->`), 'too-large', '1 MB'],
    ['a file of more than 5 MB', Buffer.alloc(5 * 2 ** 20 + 1, 0x89), 'too-large', '5 MB'],
    ['a speck', Buffer.from(samplePicture([1, 2, 3], [9, 9, 9], 8)), 'not-accepted', 'te klein'],
  ])('is refused when it is %s', async (_, bytes, code, words) => {
    const { deps, auditId } = await setting()
    const refused = await keepHousePicture(deps, { auditId, bytes, field: 'logoFile' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code, field: 'logoFile' })
    expect((refused as EenlijnError).text.nl).toContain(words)
  })

  test('is refused when its few bytes would unfold into too many pixels', async () => {
    const { deps, auditId } = await setting()
    const bytes = await sharp({ create: { width: 8_000, height: 4_000, channels: 3, background: '#0f5c63' } })
      .png()
      .toBuffer()
    expect(bytes.length).toBeLessThan(2 ** 20)
    const refused = await keepHousePicture(deps, { auditId, bytes, field: 'logoFile' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'too-large', field: 'logoFile' })
  })

  test('stays and is shown as long as a version names it, also when the evidence of the audit has gone', async () => {
    const { deps, clock, auditId } = await setting()
    const kept = await keepHousePicture(deps, { auditId, bytes: samplePicture([1, 2, 3], [9, 9, 9]), field: 'file' })
    const loose = await keepHousePicture(deps, { auditId, bytes: samplePicture([3, 2, 1], [9, 9, 9]), field: 'file' })
    saveHouseStyle(deps, { auditId, style: { ...noHouseStyle, background: { references: [kept.digest], passage: null } }, personId: null })
    clock.now = new Date('2028-01-01T00:00:00.000Z')
    await expireEvidence(deps)
    const again = await startAudit(deps, { name: 'Zorgwijde', website: 'https://www.zorgwijde.example/' })
    const other = await startAudit(deps, { name: 'De Kruimel' })
    expect((await openEvidence(deps, { auditId: again.auditId, digest: kept.digest }))?.content.mediaType).toBe('image/png')
    expect(await openEvidence(deps, { auditId: other.auditId, digest: kept.digest })).toBeNull()
    expect(await openEvidence(deps, { auditId, digest: loose.digest })).toBeNull()
    expect(await deps.blobs.get(loose.digest)).toBeNull()
  })
})

describe('what a pattern gives', () => {
  const given = async (names: Partial<HouseStyle['names']>) => {
    const { deps, auditId } = await setting()
    return previewNames(deps, auditId, { ...noHouseStyle.names, ...names })
  }

  test('is shown for the organisation’s own platforms and for staff with invented names', async () => {
    const [organisation, people] = await given({ organisation: ['{Organisation}'], people: ['{Given}_{ACRONYM}', '{given}'] })
    expect(organisation?.names.map(({ name }) => name.toLowerCase())).toEqual(['zorgwijde', 'zorgwijde', 'zorgwijde'])
    expect(people?.names.map(({ about }) => about)).toEqual([
      'Jannie de Wit, LinkedIn',
      'Zoë van der Meer, LinkedIn',
      'Erik Smit, LinkedIn',
    ])
    expect(people?.names.every(({ name }) => name.toLowerCase().includes('zw'))).toBe(true)
  })

  test('is nothing for a pattern that cannot be read, and for a list that is empty', async () => {
    expect(await given({ people: ['{voornaam}'] })).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { noHouseStyle } from '../../src/model/house-style.ts'
import { importLocations } from '../../src/services/import-locations.ts'
import { importTeam } from '../../src/services/import-team.ts'
import { type NameRow, readNames } from '../../src/services/read-names.ts'
import { saveHouseStyle } from '../../src/services/save-house-style.ts'
import { withdrawTeamBasis } from '../../src/services/withdraw-team-basis.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleSheet } from '../support/sample-sheet.ts'
import { recordBasis, sampleTeam } from '../support/sample-team.ts'

async function setting() {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  await sampleSheet(deps, sample)
  const { auditId } = sample
  const read = () => readNames(deps, auditId)
  const agree = (names: Partial<(typeof noHouseStyle)['names']>) =>
    saveHouseStyle(deps, { auditId, style: { ...noHouseStyle, names: { ...noHouseStyle.names, ...names } }, personId: null })
  return { deps, auditId, read, agree }
}

const find = (rows: readonly NameRow[], about: string, platform: string) =>
  rows.find((row) => row.about === about && row.platform === platform)

describe('the names to take', () => {
  test('of the organisation are by what most do; who differs is told in plain words and gets the exact name', async () => {
    const { read } = await setting()
    const { kinds, rows } = read()
    const handles = kinds.find(({ kind }) => kind === 'organisation')?.handles
    expect(handles).toMatchObject({ from: 'majority', patterns: ['{organisation}'], support: { n: 7, of: 8 } })
    expect(handles?.exceptions).toMatchObject([{ written: '@ZorgwijdeTV', differs: { nl: 'Er staat een woord bij.' } }])
    expect(find(rows, 'Zorgwijde', 'youtube')).toMatchObject({
      current: { handle: '@ZorgwijdeTV' },
      handle: '@zorgwijde',
      keep: false,
      differs: { en: 'A word was added.' },
    })
    expect(find(rows, 'Zorgwijde', 'x')).toMatchObject({ handle: 'zorgwijde', keep: true, differs: null })
  })

  test('are by the agreement once there is one', async () => {
    const { read, agree } = await setting()
    agree({ organisation: ['{organisation}_zorg'] })
    const { kinds, rows } = read()
    expect(kinds[0]?.handles).toMatchObject({ from: 'agreed', support: { n: 0, of: 8 } })
    expect(find(rows, 'Zorgwijde', 'instagram')).toMatchObject({ handle: 'zorgwijde_zorg', keep: false })
  })

  test('are there for each location on each platform, also where it has no profile yet', async () => {
    const { deps, auditId, read } = await setting()
    importLocations(deps, { auditId, text: 'naam;plaats\nHet Anker;Delft\nZorgwijde Zuid;Maastricht' })
    const { rows } = read()
    expect(find(rows, 'Het Anker', 'facebook')).toMatchObject({ kind: 'units', current: null, handle: 'zorgwijde.anker' })
    expect(find(rows, 'Zorgwijde Zuid', 'facebook')).toMatchObject({ current: { handle: 'zorgwijde.zuid' }, keep: true })
    expect(new Set(rows.map(({ platform, handle }) => `${platform} ${handle}`)).size).toBe(rows.length)
  })

  test('of colleagues need a basis that holds, are in alphabetical order and never say in what somebody differs', async () => {
    const { deps, auditId, read } = await setting()
    expect(read()).toMatchObject({ peopleAllowed: false })
    sampleTeam(deps, auditId)
    const people = read().rows.filter(({ kind }) => kind === 'people')
    expect([...new Set(people.map(({ about }) => about))]).toEqual(['Pieter Bosgraaf', 'Sanne van Vliet', 'Yasmina el Idrissi'])
    expect(people.every(({ differs }) => differs === null)).toBe(true)
    expect(find(people, 'Yasmina el Idrissi', 'linkedin')).toMatchObject({ current: null, handle: expect.stringMatching(/^in\/yasmina/) })
    await withdrawTeamBasis(deps, { auditId })
    expect(read().rows.some(({ kind }) => kind === 'people')).toBe(false)
  })

  test('of colleagues are counted from five people on, without a name', async () => {
    const { deps, auditId, read, agree } = await setting()
    agree({ people: ['{given}-{organisation}'] })
    recordBasis(deps, auditId)
    const add = (...names: readonly [string, string][]) =>
      importTeam(deps, {
        auditId,
        text: `naam;functie;afdeling;linkedin;akkoord\n${names.map(([name, handle]) => `${name};Zorg;Noord;https://www.linkedin.com/in/${handle};ja`).join('\n')}`,
      })
    const build = () => read().kinds.find(({ kind }) => kind === 'people')?.handles
    add(['Jan Bos', 'jan-zorgwijde'], ['Piet Vos', 'piet-zorgwijde'], ['Els Kok', 'els-zorgwijde'], ['Anna Smit', 'annasmit'])
    expect(build()).toMatchObject({ from: 'agreed', support: null, exceptions: [], counts: [] })
    add(['Bram Kuiper', 'bram-zorgwijde'])
    expect(build()).toMatchObject({ support: { n: 4, of: 5 }, exceptions: [], counts: [{ n: 1 }] })
  })
})

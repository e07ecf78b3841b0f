import { describe, expect, test } from 'vitest'
import { namesOrganisation } from '../../src/checks/description.ts'
import { domainOf, leadsHome } from '../../src/checks/own-links.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import { account, group, input, judged, organisation, outcomes, person, reading, style, walled } from './world.ts'

const none = unseen('absent')

describe('link', () => {
  test('any address of the own site will do, in the field or elsewhere in the profile', () => {
    const world = input([
      account('x'),
      account('facebook', 'delinde', { website: none, linksBack: seen(['https://werkenbij.delinde.example'], 'links') }),
      account('tiktok', 'delinde', { website: seen('https://delinde.example.org', 'website') }),
      account('youtube', '@delinde', { website: none, linksBack: none }),
    ])
    expect(outcomes('link', world)).toEqual({ 'x:delinde': 1, 'facebook:delinde': 1, 'tiktok:delinde': 0, 'youtube:@delinde': 0 })
    expect(judged('link', world)['youtube:@delinde']?.mend?.nl).toContain('https://www.delinde.example/')
  })

  test('what was agreed has to be reached; what was not shown is unknown', () => {
    const houseStyle = style({ description: { words: [], link: 'https://delinde.example/social', passage: null } })
    const world = input(
      [account('x'), account('facebook', 'delinde', { website: seen('delinde.example/social/zorg', 'website') }), walled('tiktok')],
      {
        houseStyle,
      },
    )
    expect(outcomes('link', world)).toEqual({ 'x:delinde': 0, 'facebook:delinde': 1, 'tiktok:delinde': 'unknown' })
  })

  test('domains are compared by label, not by how they end', () => {
    expect(domainOf('https://www.delinde.example/a?b')).toBe('delinde.example')
    expect(leadsHome('https://fakedelinde.example', organisation, null)).toBe(false)
    expect(leadsHome('niet een adres', organisation, null)).toBe(false)
  })
})

describe('description', () => {
  test('the organisation is recognised by any of its names, its hashtag or its domain', () => {
    for (const text of ['Wij zijn De Linde.', '#zorggroepdelinde', 'Kijk op delinde.example', 'ZORGGROEP DE LINDE']) {
      expect(namesOrganisation(text, organisation), text).toBe(true)
    }
    expect(namesOrganisation('Zorg dichtbij, elke dag.', organisation)).toBe(false)
  })

  test('agreed words count each for their part, and the mend names those that are missing', () => {
    const houseStyle = style({ description: { words: ['zorg dichtbij', 'Gouda'], link: null, passage: null } })
    const world = input([account('x'), account('tiktok', 'delinde', { description: none })], { houseStyle })
    expect(outcomes('description', world)).toEqual({ 'x:delinde': 0.5, 'tiktok:delinde': 0 })
    expect(judged('description', world)['x:delinde']?.mend?.nl).toContain('‘Gouda’')
  })
})

describe('completeness', () => {
  test('counts what is filled in of what could be seen', () => {
    const world = input([
      account('x'),
      account('facebook', 'delinde', { banner: none }),
      account('instagram', 'delinde', { website: none }),
      walled('tiktok'),
    ])
    expect(outcomes('completeness', world)).toEqual({
      'x:delinde': 1,
      'facebook:delinde': 0.75,
      'instagram:delinde': 2 / 3,
      'tiktok:delinde': 'unknown',
    })
    expect(judged('completeness', world)['facebook:delinde']?.mend?.nl).toContain('achtergrondfoto')
  })
})

describe('display names and units', () => {
  test('the name that most show is the norm; a place may stand beside it', () => {
    const world = input([
      account('x'),
      account('facebook'),
      account('instagram', 'delindegouda', { kind: 'location', displayName: seen('De Linde Gouda', 'og:title') }),
      account('tiktok', 'kwekerij', { displayName: seen('Kwekerij', 'og:title') }),
    ])
    expect(outcomes('display-names', world)).toEqual({
      'x:delinde': 1,
      'facebook:delinde': 1,
      'instagram:delindegouda': 1,
      'tiktok:kwekerij': 0,
    })
    expect(judged('display-names', world)['tiktok:kwekerij']?.mend?.nl).toContain('‘De Linde’')
  })

  test('agreed display names are read as patterns', () => {
    const names = { ...style().names, display: ['{organisation}', '{organisation} {place}'] }
    const world = input(
      [
        account('x', 'delinde', { displayName: seen('Zorggroep De Linde', 'og:title') }),
        account('facebook', 'gouda', { kind: 'location', unit: 'Gouda', displayName: seen('Zorggroep De Linde Gouda', 'og:title') }),
        account('tiktok', 'anders', { displayName: seen('Iets anders', 'og:title') }),
      ],
      { houseStyle: style({ names }) },
    )
    expect(outcomes('display-names', world)).toEqual({ 'x:delinde': 1, 'facebook:gouda': 1, 'tiktok:anders': 0 })
  })

  test('places keep to the build that was agreed, and get the exact name to take', () => {
    const names = { ...style().names, units: ['delinde_{place}'] }
    const place = (handle: string, name: string) =>
      account('instagram', handle, { kind: 'location', unit: name, displayName: seen(`De Linde ${name}`, 'og:title') })
    const world = input([place('delinde_gouda', 'Gouda'), place('woerden_zorg', 'Woerden')], { houseStyle: style({ names }) })
    const findings = judged('unit-names', world)
    expect(outcomes('unit-names', world)['instagram:delinde_gouda']).toBe(1)
    expect(outcomes('unit-names', world)['instagram:woerden_zorg']).toBeLessThan(1)
    expect(findings['instagram:woerden_zorg']?.mend?.nl).toContain('‘delinde_woerden’')
  })
})

describe('people', () => {
  const team = (n: number, other = 0) => Array.from({ length: n }, (_, at) => person(`p${at}`, at < other ? `away${at}` : `studio${at}`))
  const backdrops = reading({
    portraits: [group(null, ...Array.from({ length: 9 }, (_, at) => `studio${at}`)), group(null, 'away0'), group(null, 'away1')],
  })

  test('from five people up the group is spoken of, and nobody in it', () => {
    const findings = judged('portraits', input([], { people: team(6, 2), pictures: backdrops }))
    expect(Object.keys(findings)).toEqual(['organisation'])
    expect(outcomes('portraits', input([], { people: team(6, 2), pictures: backdrops }))).toEqual({ organisation: 4 / 6 })
    expect(JSON.stringify(findings)).not.toMatch(/p[0-9]|linkedin|studio|away/)
  })

  test('with fewer nothing is said', () => {
    for (const people of [team(4), [...team(4), person('p9', 'not-compared')]])
      expect(outcomes('portraits', input([], { people, pictures: backdrops }))).toEqual({ organisation: 'notApplicable' })
    expect(outcomes('people-names', input([], { people: team(4) }))).toEqual({ organisation: 'notApplicable' })
  })

  test('names of people are counted, not shown', () => {
    const people = [...team(4), person('p8', 'studio8', { nameStep: 'different' })]
    expect(outcomes('people-names', input([], { people }))).toEqual({ organisation: 0.8 })
    expect(judged('people-names', input([], { people })).organisation?.saw.nl).toContain('4 van de 5')
  })

  test('where everybody may choose, or nobody is on the list, nothing is judged', () => {
    const houseStyle = style({ portraits: { rule: 'free', passage: null } })
    expect(outcomes('portraits', input([], { people: team(6), houseStyle }))).toEqual({ organisation: 'notApplicable' })
    expect(judged('portraits', input([account('x')]))).toEqual({})
  })
})

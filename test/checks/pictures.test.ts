import { describe, expect, test } from 'vitest'
import type { CheckedAccount } from '../../src/checks/check.ts'
import { shareInColours } from '../../src/checks/palette.ts'
import type { HouseStyle, LogoFile } from '../../src/model/house-style.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import { account, group, input, judged, outcomes, picture, reading, style, walled } from './world.ts'

const banner = (name: string): Partial<CheckedAccount> => ({ banner: seen(picture(name), 'img') })
const avatar = (name: string): Partial<CheckedAccount> => ({ avatar: seen(picture(name), 'og:image') })
const none = unseen('absent')

describe('background', () => {
  const accounts = [account('x'), account('facebook', 'delinde', banner('house-crop')), account('youtube', '@delinde', banner('sea'))]
  const pictures = reading({ banners: [group(null, 'house', 'house-crop'), group(null, 'sea')] })

  test('without agreement the picture of most accounts is the norm, and the finding says so', () => {
    const findings = judged('background', input(accounts, { pictures }))
    expect(outcomes('background', input(accounts, { pictures }))).toEqual({ 'x:delinde': 1, 'facebook:delinde': 1, 'youtube:@delinde': 0 })
    const youtube = findings['youtube:@delinde']
    expect(youtube?.norm).toEqual({ kind: 'majority', passage: null })
    expect(youtube?.why.nl).toContain('2 van de 3')
    expect(youtube?.pictures?.map(({ digest }) => digest)).toEqual([picture('sea'), picture('house')])
    expect(youtube?.mend?.nl).toContain('2560 × 1440 pixels')
    expect(youtube?.mend?.nl).toContain('1546 × 423')
    expect(youtube?.minutes).toBe(10)
  })

  test('an agreed picture is the norm for all, with the passage it comes from', () => {
    const passage = { quote: 'Wij tonen overal de tuin.', document: 'Huisstijl 2026' }
    const houseStyle = style({ background: { references: [picture('garden')], passage } })
    const agreed = reading({ banners: [group(null, 'house', 'house-crop'), group('garden', 'sea')] })
    const world = input(accounts, { pictures: agreed, houseStyle })
    expect(outcomes('background', world)).toEqual({ 'x:delinde': 0, 'facebook:delinde': 0, 'youtube:@delinde': 1 })
    expect(judged('background', world)['x:delinde']?.why.nl).toContain('Wij tonen overal de tuin.')
    expect(judged('background', world)['x:delinde']?.norm).toEqual({ kind: 'agreed', passage })
  })

  test('what cannot be told is unknown, never a fail', () => {
    const unsure = reading({ banners: [group(null, 'house', 'house-crop'), group(null, 'sea')], unsure: ['sea'] })
    expect(outcomes('background', input(accounts, { pictures: unsure }))['youtube:@delinde']).toBe('unknown')
    const broken = reading({ banners: [group(null, 'house', 'house-crop')], over: { unreadable: [picture('sea')] } })
    expect(outcomes('background', input(accounts, { pictures: broken }))['youtube:@delinde']).toBe('unknown')
  })

  test('a wall is unknown, an account that is gone is not judged, a platform without banner does not apply', () => {
    const world = input(
      [
        ...accounts,
        walled('linkedin'),
        account('mastodon', 'weg', { state: 'gone' }),
        account('instagram', 'delinde', { banner: unseen('not-offered') }),
      ],
      { pictures },
    )
    const found = outcomes('background', world)
    expect(found['linkedin:delinde']).toBe('unknown')
    expect(found['instagram:delinde']).toBe('notApplicable')
    expect(found).not.toHaveProperty('mastodon:weg')
  })

  test('no banner where there is a place for one is a fail, with the exact size to make', () => {
    const world = input([...accounts, account('bluesky', 'delinde', { banner: none })], { pictures })
    expect(outcomes('background', world)['bluesky:delinde']).toBe(0)
    expect(judged('background', world)['bluesky:delinde']?.mend?.en).toContain('1500 × 500')
    expect(judged('background', world)['x:delinde']?.saw.nl).toContain('2 van de 4')
  })

  test('before anything was compared all is unknown, and one account alone has nothing to compare with', () => {
    expect(Object.values(outcomes('background', input(accounts, { pictures: null })))).toEqual(['unknown', 'unknown', 'unknown'])
    expect(judged('background', input(accounts, { pictures: null }))['x:delinde']?.saw.nl).toContain('nog niet vergeleken')
    expect(outcomes('background', input([account('x')]))).toEqual({ 'x:delinde': 'notApplicable' })
  })

  test('where all differ, the central account is the example', () => {
    const apart = reading({ banners: [group(null, 'house'), group(null, 'house-crop'), group(null, 'sea')] })
    const world = input(accounts, { pictures: apart })
    expect(Object.values(outcomes('background', world)).sort()).toEqual([0, 0, 1])
    expect(judged('background', world)['youtube:@delinde']?.norm?.kind).toBe('default')
  })

  test('an explained deviation is no fail: it does not count, and says who approved it', () => {
    const explanation = { subject: 'youtube:@delinde', check: 'background', reason: 'Eigen serie.', approver: 'Directie', at: '2026-11-01' }
    const finding = judged('background', input(accounts, { pictures, explanations: [explanation] }))['youtube:@delinde']
    expect(finding?.outcome).toMatchObject({ kind: 'notApplicable' })
    expect(finding?.explained).toEqual({ reason: 'Eigen serie.', approver: 'Directie', at: '2026-11-01' })
    expect(finding?.mend).toBeNull()
    const inLine = judged('background', input(accounts, { pictures, explanations: [{ ...explanation, subject: 'x:delinde' }] }))[
      'x:delinde'
    ]
    expect(inLine?.explained).toBeUndefined()
  })

  test('a check that is switched off is not run', () => {
    expect(judged('background', input(accounts, { pictures, houseStyle: style({ off: ['background'] }) }))).toEqual({})
  })
})

const file = (name: string, old = false): LogoFile => ({ file: picture(name), name: `${name}.svg`, kind: 'mark', ground: 'any', old })
const logos = (inAvatar: HouseStyle['logo']['inAvatar'], ...files: LogoFile[]) => style({ logo: { files, inAvatar, passage: null } })
const found = (where: string, logo: string, verdict: 'present' | 'absent' | 'cannot-tell') => ({
  picture: picture(where),
  logo: picture(logo),
  verdict,
  score: 0.9,
})

describe('logo and profile picture', () => {
  const accounts = [account('x', 'delinde', avatar('with')), account('facebook', 'delinde', avatar('without'))]
  const looked = reading({
    avatars: [group(null, 'with'), group(null, 'without')],
    over: { logos: [found('with', 'mark', 'present'), found('without', 'mark', 'absent')] },
  })

  test.each([
    ['must', { 'x:delinde': 1, 'facebook:delinde': 0 }],
    ['must-not', { 'x:delinde': 0, 'facebook:delinde': 1 }],
    ['may', { 'x:delinde': 'notApplicable', 'facebook:delinde': 'notApplicable' }],
    [null, { 'x:delinde': 'notApplicable', 'facebook:delinde': 'notApplicable' }],
  ] as const)('a logo that %s be in the profile picture', (rule, expected) => {
    expect(outcomes('logo', input(accounts, { pictures: looked, houseStyle: logos(rule, file('mark')) }))).toEqual(expected)
  })

  test('an old logo is a finding, also where a logo is free', () => {
    const pictures = reading({
      avatars: [group(null, 'with'), group(null, 'without')],
      over: { logos: [found('with', 'old', 'present'), found('with', 'mark', 'absent'), found('without', 'old', 'absent')] },
    })
    const world = input(accounts, { pictures, houseStyle: logos(null, file('mark'), file('old', true)) })
    expect(outcomes('logo', world)).toEqual({ 'x:delinde': 0, 'facebook:delinde': 1 })
    expect(judged('logo', world)['x:delinde']?.saw.nl).toContain('old.svg')
    expect(judged('logo', world)['x:delinde']?.mend?.nl).toContain('mark.svg')
  })

  test('a picture that is too small for the logo is unknown', () => {
    const pictures = reading({ over: { logos: [found('with', 'mark', 'cannot-tell')] } })
    expect(outcomes('logo', input(accounts, { pictures, houseStyle: logos('must', file('mark')) }))).toEqual({
      'x:delinde': 'unknown',
      'facebook:delinde': 'unknown',
    })
  })

  test('the profile picture that is held up as an example keeps to what was agreed about the logo', () => {
    const world = (rule: 'must' | 'must-not') => input(accounts, { pictures: looked, houseStyle: logos(rule, file('mark')) })
    expect(outcomes('avatar', world('must'))).toEqual({ 'x:delinde': 1, 'facebook:delinde': 0 })
    expect(outcomes('avatar', world('must-not'))).toEqual({ 'x:delinde': 0, 'facebook:delinde': 1 })
  })

  test('a face as the picture of an organisation is another picture than the logo', () => {
    const pictures = reading({ avatars: [group(null, 'with')], portraits: [group(null, 'without')] })
    const three = [...accounts, account('tiktok', 'delinde', avatar('with'))]
    expect(outcomes('avatar', input(three, { pictures }))).toEqual({ 'x:delinde': 1, 'facebook:delinde': 0, 'tiktok:delinde': 1 })
  })

  test('where no profile picture keeps to it, all are to be changed', () => {
    const bare = reading({
      avatars: [group(null, 'with', 'without')],
      over: { logos: [found('with', 'mark', 'absent'), found('without', 'mark', 'absent')] },
    })
    const world = input(accounts, { pictures: bare, houseStyle: logos('must', file('mark')) })
    expect(Object.values(outcomes('avatar', world))).toEqual([0, 0])
    expect(Object.values(outcomes('logo', world))).toEqual([0, 0])
  })
})

describe('colours and legibility', () => {
  const colours = style({ colours: { hex: ['#0f5c63'], passage: null } })

  test('a picture counts as in the house colours by the area that is within the tolerance', () => {
    expect(shareInColours([{ hex: '#0f5c63', share: 0.5 }], ['#0f5c63'])).toBe(0.5)
    expect(shareInColours([{ hex: '#115f66', share: 0.5 }], ['#0f5c63'])).toBe(0.5)
    expect(shareInColours([{ hex: '#c0392b', share: 1 }], ['#0f5c63'])).toBe(0)
  })

  test('without agreed colours there is nothing to hold to; with them a picture in other colours is a finding', () => {
    const palette = (hex: string) => reading({ over: { palettes: [{ picture: picture('logo'), colours: [{ hex, share: 1 }] }] } })
    expect(outcomes('palette', input([account('x')], { pictures: palette('#c0392b') }))).toEqual({ 'x:delinde': 'notApplicable' })
    expect(outcomes('palette', input([account('x')], { pictures: palette('#c0392b'), houseStyle: colours }))).toEqual({ 'x:delinde': 0 })
    expect(outcomes('palette', input([account('x')], { pictures: palette('#0f5c63'), houseStyle: colours }))).toEqual({ 'x:delinde': 1 })
    expect(outcomes('palette', input([account('x')], { houseStyle: colours }))).toEqual({ 'x:delinde': 'unknown' })
  })

  test('each thing that is lost in the small circle takes a quarter', () => {
    const measured = (cutOff: number, detail: number, contrast: number) =>
      reading({ over: { legibility: [{ picture: picture('logo'), width: 400, height: 400, cutOff, detail, contrast }] } })
    expect(outcomes('legibility', input([account('x')], { pictures: measured(0, 0.9, 7) }))).toEqual({ 'x:delinde': 1 })
    expect(outcomes('legibility', input([account('x')], { pictures: measured(0.3, 0.9, 2) }))).toEqual({ 'x:delinde': 0.5 })
    expect(outcomes('legibility', input([account('linkedin', 'delinde')], { pictures: measured(0.3, 0.9, 7) }))).toEqual({
      'linkedin:delinde': 1,
    })
    expect(outcomes('legibility', input([account('x')]))).toEqual({ 'x:delinde': 'unknown' })
  })
})

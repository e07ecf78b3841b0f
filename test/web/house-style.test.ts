import { describe, expect, test } from 'vitest'
import { readHouseStyle } from '../../src/services/read-house-style.ts'
import { createApp } from '../../src/web/app.tsx'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleSheet } from '../support/sample-sheet.ts'
import { readable, titleOf, visitor } from './visitor.ts'

async function setting() {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  const { digestOf } = await sampleSheet(deps, sample)
  const page = `/nl/audits/${sample.auditId}/house-style`
  /** A form with files, as a browser sends it. */
  const send = async (form: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(form)) body.append(name, value)
    const headers = { Origin: 'http://localhost' }
    const response = await createApp(deps).request(`http://localhost${page}`, { method: 'POST', body, headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const style = () => readHouseStyle(deps, sample.auditId).style
  return { deps, sample, digestOf, page, send, style, somebody: visitor(deps) }
}

const svg = (name: string) =>
  new File(['<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18" fill="#0f5c63"/></svg>'], name, {
    type: 'image/svg+xml',
  })

describe('the page with agreements', () => {
  test('says what the accounts do now where nothing is agreed, and stands beside locations, managers and uniformity', async () => {
    const { sample, page, somebody } = await setting()
    const answer = await somebody.get(page)
    expect(titleOf(answer)).toBe('Afspraken')
    expect(readable(answer)).toContain('Nog niets afgesproken. Nu doen 5 van de 8 dit:')
    expect(answer.text).not.toContain('Eerdere versies')
    for (const step of ['accounts', 'uniformity'])
      expect((await somebody.get(`/nl/audits/${sample.auditId}/${step}`)).text).toContain(`href="${page}"`)
    expect(readable(await somebody.get(page.replace('/nl/', '/en/')))).toContain('Nothing agreed yet. Now 5 of the 8 do this:')
    expect((await somebody.get('/nl/audits/nobody/house-style')).status).toBe(404)
  })

  test('makes what most do the agreement with one button, beside all else that was typed', async () => {
    const { page, send, style, digestOf, somebody } = await setting()
    const { status, headers } = await send({ take: 'background', 'names.people': '{Given}_{ACRONYM}', 'portraits.rule': 'one-backdrop' })
    expect([status, headers.get('location')]).toEqual([303, `${page}?saved=yes#hs-background`])
    expect(style().background.references).toEqual([digestOf('house')])
    expect(style().names.people).toEqual(['{Given}_{ACRONYM}'])
    expect(style().portraits.rule).toBe('one-backdrop')
    const saved = await somebody.get(`${page}?saved=yes`)
    expect(readable(saved)).toContain('Bewaard.')
    expect(readable(saved)).toContain('Veranderd: namen, achtergrondfoto, portretten')
    expect(readable(saved)).toMatch(/Zoë van der Meer, X\s+Zoe_ZW/)
  })

  test('takes in colours as people write them, and one from the picker', async () => {
    const { send, style } = await setting()
    await send({ take: 'colour', colour: '#c4ddcd', 'colours.hex': '0F5C63, #fc0\n#0f5c63' })
    expect(style().colours.hex).toEqual(['#0f5c63', '#ffcc00', '#c4ddcd'])
  })

  test('gives back all that was typed, and the file that was fine, when something is wrong', async () => {
    const { send, style, somebody, sample } = await setting()
    const form = {
      'names.people': '{voornaam}_zw',
      'names.quote': 'Wij heten zo.',
      'colours.hex': 'rood',
      'description.link': 'zorgwijde.example',
      logoFile: svg('beeldmerk.svg'),
      'new.kind': 'wordmark',
    }
    const refused = await send(form)
    expect(refused.status).toBe(400)
    expect(refused.text).toMatch(/role="alert"[\s\S]*href="#hs-colours-hex"/)
    for (const typed of ['{voornaam}_zw', 'Wij heten zo.', '>rood<', 'value="zorgwijde.example"', 'beeldmerk.svg'])
      expect(refused.text).toContain(typed)
    expect(refused.text).toMatch(/<option value="wordmark" selected/)
    const kept = /name="logo.file" value="([0-9a-f]{64})"/.exec(refused.text)?.[1]
    expect((await somebody.get(`/audits/${sample.auditId}/pictures/${kept}`)).headers.get('content-type')).toBe('image/png')
    expect(style().logo.files).toEqual([])
  })

  test('keeps a logo as a picture and never as the drawing that came; changes it, and takes it away', async () => {
    const { send, style, somebody, sample } = await setting()
    await send({ logoFile: svg('logo.svg'), 'new.name': 'Beeldmerk', 'new.ground': 'dark', 'new.old': 'yes', 'logo.inAvatar': 'must' })
    const [logo] = style().logo.files
    expect(logo).toMatchObject({ name: 'Beeldmerk', kind: 'mark', ground: 'dark', old: true })
    const picture = await somebody.get(`/audits/${sample.auditId}/pictures/${logo?.file}`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(picture.headers.get('content-security-policy')).toContain('sandbox')
    const file = logo?.file ?? ''
    await send({ 'logo.file': file, 'logo.name': 'Woordmerk', 'logo.kind': 'wordmark', 'logo.ground': 'any' })
    expect(style().logo.files).toEqual([{ file, name: 'Woordmerk', kind: 'wordmark', ground: 'any', old: false }])
    await send({ 'logo.file': file, 'logo.name': 'Woordmerk', 'logo.kind': 'wordmark', 'logo.ground': 'any', 'logo.remove': file })
    expect(style().logo.files).toEqual([])
  })

  test('refuses a file that is no picture at its field', async () => {
    const { send } = await setting()
    const refused = await send({ logoFile: new File(['hallo'], 'logo.png', { type: 'image/png' }), 'names.people': '{given}' })
    expect(refused.status).toBe(415)
    expect(refused.text).toMatch(/href="#hs-logoFile"/)
    expect(refused.text).toContain('id="hs-logoFile-error">Dit is geen beeld dat wij kunnen lezen.')
    expect(refused.text).toContain('{given}')
  })

  test('shows what a pattern gives without saving it', async () => {
    const { send, style } = await setting()
    const shown = await send({ preview: 'yes', 'names.people': '{Given}.{Family}' })
    expect(shown.status).toBe(200)
    expect(readable(shown)).toContain('Erik Smit')
    expect(style().names.people).toEqual([])
  })

  test('switches a check off; what is off does not count', async () => {
    const { send, style, somebody, sample } = await setting()
    const body = { checks: 'link', 'colours.hex': '' }
    await send(body)
    expect(style().off).toEqual(['link'])
    const erik = somebody
    await erik.post(`/nl/audits/${sample.auditId}/person`, { name: 'Erik', step: 'uniformity' })
    await erik.post(`/nl/audits/${sample.auditId}/grades/uniformity`, { grade: '8', reason: 'Overal hetzelfde.', basedOn: '0' })
    expect(readable(await erik.get(`/nl/audits/${sample.auditId}/uniformity`))).toContain(
      'Dit staat uit en telt niet mee: Een link naar je eigen website.',
    )
  })

  test('shows what was typed as text, never as markup', async () => {
    const { send, page, somebody } = await setting()
    await send({ 'description.words': '<b>dichtbij</b>', 'colours.quote': '"><script>' })
    const { text } = await somebody.get(page)
    expect(text).not.toContain('<b>dichtbij')
    expect(text).not.toContain('"><script>')
  })
})

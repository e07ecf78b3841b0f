import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { testDeps } from '../support/deps.ts'
import { type Sample, sampleAudit, viewOf } from '../support/sample-audit.ts'
import { sampleSheet } from '../support/sample-sheet.ts'
import { readable, visitor } from './visitor.ts'

/** Everything here goes without scripts: a form, a redirect, a page. */

const facebook = 'facebook:zorgwijde'
const idOf = (sample: Sample, key = facebook) => sample.accounts.get(key) ?? ''
const accountOf = (deps: Deps, sample: Sample, personId: string | null = null) =>
  viewOf(deps, sample, personId).candidates.find((account) => account.key === facebook)

describe('starting an audit', () => {
  test('a name is enough, and pressing twice starts one', async () => {
    const { deps } = await testDeps()
    const somebody = visitor(deps)
    const first = await somebody.post('/nl/audits', { name: 'Zorgwijde', key: 'a-key' })
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toMatch(/^\/nl\/audits\/\w+$/)
    expect((await somebody.post('/nl/audits', { name: 'Zorgwijde', key: 'a-key' })).headers.get('location')).toBe(
      first.headers.get('location'),
    )
    const other = await somebody.post('/nl/audits', { name: 'De Kruimel', key: 'a-key' })
    expect(other.headers.get('location')).not.toBe(first.headers.get('location'))
  })

  test('what is refused comes back with everything that was typed and the sentence at its field', async () => {
    const { deps } = await testDeps()
    const page = await visitor(deps).post('/nl/audits', {
      name: 'Zorgwijde',
      website: 'geen adres',
      aliases: 'ZW\nZorg Wijde',
      country: 'be',
      platforms: ['x', 'tiktok'],
    })
    expect(page.status).toBe(400)
    expect(page.text).toContain('value="geen adres"')
    expect(page.text).toContain('ZW\nZorg Wijde</textarea>')
    expect(page.text).toMatch(/<option value="be" selected/)
    expect(page.text).toMatch(/value="tiktok" checked/)
    expect(page.text).toMatch(/id="website-error">‘geen adres’ is geen webadres/)
    expect(page.text).toMatch(/role="alert"[\s\S]*href="#website"/)
  })
})

describe('deciding whose an account is', () => {
  const decide = (deps: Deps, sample: Sample, decision: string, basedOn = '') =>
    visitor(deps).post(`/nl/audits/${sample.auditId}/accounts/${idOf(sample)}/decision`, { decision, basedOn, show: 'open' })

  test('leads back to the account, which can be taken back', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps, 'found')
    const { status, headers } = await decide(deps, sample, 'not-ours')
    expect(status).toBe(303)
    const back = headers.get('location') ?? ''
    expect(back).toBe(`/nl/audits/${sample.auditId}/accounts?show=open&decided=${idOf(sample)}#a-${idOf(sample)}`)
    const page = await visitor(deps).get(back.replace(/#.*/, ''))
    expect(readable(page)).toContain('Gekozen: niet van ons')
    expect(page.text).toContain(`id="a-${idOf(sample)}"`)
    await decide(deps, sample, '', accountOf(deps, sample)?.decision?.id)
    expect(accountOf(deps, sample)).toMatchObject({ standing: 'ours', decision: { decision: null } })
  })

  test('two tabs: the second is told what the first chose, and nothing is lost', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps, 'found')
    decideCandidate(deps, { auditId: sample.auditId, accountId: idOf(sample), decision: 'ours', basedOn: null, personId: sample.marit })
    const page = await decide(deps, sample, 'not-ours')
    expect(page.status).toBe(409)
    expect(readable(page)).toContain('Marit Bos koos intussen ‘Van ons’. Jij koos ‘Niet van ons’.')
    expect(accountOf(deps, sample)?.standing).toBe('ours')
    await decide(deps, sample, 'not-ours', /name="basedOn" value="(\w+)"/.exec(page.text)?.[1])
    expect(accountOf(deps, sample)?.standing).toBe('not-ours')
  })

  test('a script gets the changed card alone', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps, 'found')
    const url = `/nl/audits/${sample.auditId}/accounts/${idOf(sample)}/decision`
    const part = await visitor(deps).post(url, { decision: 'ours', basedOn: '', show: 'open' }, { 'x-part': 'decided' })
    expect(part.status).toBe(200)
    expect(part.text).not.toContain('<html')
    expect(part.text.match(/class="candidate"/g)).toHaveLength(1)
    expect(part.text).toContain('data-live="steps"')
  })
})

describe('pasting links', () => {
  test('tells what was added, and keeps the lines that were not understood', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps, 'found')
    const links = 'https://www.instagram.com/zorgwijde/\nfacebook.com/zorgwijde\n@zorgwijde'
    const page = await visitor(deps).post(`/nl/audits/${auditId}/links`, { links })
    expect(page.status).toBe(200)
    expect(readable(page)).toContain('1 nieuw account toegevoegd. 1 stond er al.')
    expect(readable(page)).toMatch(/Regel 3 : @zorgwijde/)
    expect(page.text).toContain('>@zorgwijde</textarea>')
    expect((await visitor(deps).get(`/nl/audits/${auditId}/links`)).headers.get('location')).toBe(`/nl/audits/${auditId}/accounts`)
  })

  test('too much at once is refused with a sentence', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps, 'found')
    const page = await visitor(deps).post(`/nl/audits/${auditId}/links`, { links: 'x'.repeat(300_000) })
    expect(page.status).toBe(413)
    expect(readable(page)).toContain('Verdeel het over meer keren.')
  })
})

describe('platforms without an account', () => {
  test('four different answers, a note, and a platform of one’s own', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps, 'found')
    const answer = (form: Record<string, string>) => visitor(deps).post(`/nl/audits/${sample.auditId}/slots`, form)
    expect((await answer({ platform: 'instagram', answer: 'does-not-exist', note: 'Nooit gemaakt.' })).status).toBe(303)
    await answer({ platform: 'Podcast', answer: 'could-not-look' })
    const slots = () =>
      viewOf(deps, sample)
        .slots.filter((slot) => slot.answer)
        .map((slot) => [slot.platform, slot.answer?.answer])
    expect(slots()).toEqual([
      ['instagram', 'does-not-exist'],
      ['Podcast', 'could-not-look'],
    ])
    await answer({ platform: 'instagram', answer: 'does-not-exist', clear: 'yes' })
    expect(slots()).toEqual([['Podcast', 'could-not-look']])
    const refused = await answer({ platform: ' ', answer: 'not-found' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('id="platform-error"')
  })
})

describe('grading', () => {
  async function grader(deps: Deps, sample: Sample, name = 'Erik') {
    const erik = visitor(deps)
    await erik.post(`/nl/audits/${sample.auditId}/person`, { name, step: 'grades' })
    const grade = (form: Record<string, string>, subject = idOf(sample)) =>
      erik.post(`/nl/audits/${sample.auditId}/grades/${subject}`, { basedOn: '0', ...form })
    return { erik, grade, page: () => erik.get(`/nl/audits/${sample.auditId}/grades`) }
  }

  test('asks for a name first, and remembers it', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps)
    const before = await visitor(deps).get(`/nl/audits/${sample.auditId}/grades`)
    expect(before.text).not.toContain('name="reason"')
    const { erik, page } = await grader(deps, sample)
    expect([...erik.cookies.keys()]).toEqual(['eenlijn-person'])
    expect(readable(await page())).toContain('Je geeft cijfers als Erik.')
    const { headers } = await erik.post(`/nl/audits/${sample.auditId}/person`, { name: 'Erik Smit', step: 'uniformity' })
    expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    expect(headers.get('location')).toBe(`/nl/audits/${sample.auditId}/uniformity`)
  })

  test('others’ grades and our remarks show only after one’s own', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps)
    const { grade, page } = await grader(deps, sample)
    const before = readable(await page())
    expect(before).toContain('De cijfers van 2 anderen en onze opmerkingen: verborgen tot jij een cijfer hebt gegeven.')
    expect(before).not.toMatch(/Warm en duidelijk|Wat ons opviel/)
    const { headers } = await grade({ grade: '6.5', reason: 'Rustig beeld.' })
    expect(headers.get('location')).toBe(`/nl/audits/${sample.auditId}/grades?saved=${idOf(sample)}#s-${idOf(sample)}`)
    const after = readable(await page())
    expect(after).toContain('Warm en duidelijk')
    expect(after).toContain('Wat ons opviel')
    expect(after).toMatch(/6,5 goed|6,5 ruim voldoende/)
    expect(after).toContain('versie 1, 2 november 2026')
  })

  test.each([
    ['5,4', 'Gebruik hele en halve cijfers'],
    ['11', 'Het hoogste cijfer is 10.'],
    ['0', 'Het laagste cijfer is 1.'],
    ['goed', 'Dit is geen cijfer.'],
  ])('%s is refused beside the field, and what was typed stays', async (typed, sentence) => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps)
    const { grade } = await grader(deps, sample)
    const page = await grade({ grade: typed, reason: 'Omdat het zo is.' })
    expect(page.status).toBe(400)
    expect(page.text).toMatch(new RegExp(`id="g-${idOf(sample)}-grade-error">${sentence}`))
    expect(page.text).toContain(`value="${typed}"`)
    expect(page.text).toContain('Omdat het zo is.</textarea>')
  })

  test('a grade needs its reason, and so does not being able to grade', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps)
    const { erik, grade } = await grader(deps, sample)
    expect(readable(await grade({ grade: '7', reason: ' ' }))).toContain('Zonder reden telt het niet.')
    expect(readable(await grade({ grade: '', cannot: 'yes', reason: '' }))).toContain('Schrijf op waarom je dit niet kunt beoordelen.')
    expect(readable(await grade({ grade: '7', cannot: 'yes', reason: 'x' }))).toContain('Niet allebei.')
    expect((await grade({ grade: '', cannot: 'yes', reason: 'Ik kan er niet in.' })).status).toBe(303)
    expect(accountOf(deps, sample, erik.cookies.get('eenlijn-person'))?.grading.mine).toMatchObject({
      halfPoints: null,
      reason: 'Ik kan er niet in.',
    })
  })

  test('a second tab does not overwrite silently', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps)
    const { grade } = await grader(deps, sample)
    await grade({ grade: '7', reason: 'Eerst.' })
    const second = await grade({ grade: '4', reason: 'Toen.' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Toen.</textarea>')
  })
})

describe('uniformity and the plan', () => {
  test('the computed grade shows only after one’s own, with the formula', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps)
    // Without compared pictures less than half can be judged, and then there is no grade to show.
    await sampleSheet(deps, sample)
    const { auditId } = sample
    const erik = visitor(deps)
    await erik.post(`/nl/audits/${auditId}/person`, { name: 'Erik', step: 'uniformity' })
    const page = () => erik.get(`/nl/audits/${auditId}/uniformity`).then(readable)
    expect(await page()).not.toMatch(/Wat wij berekenden|→ 1 \+ 9|De namen onder elkaar/)
    await erik.post(`/nl/audits/${auditId}/grades/uniformity`, { grade: '8', reason: 'Overal dezelfde naam.', basedOn: '0' })
    expect(await page()).toMatch(/Wat wij berekenden.*[\d,]+ van [\d,]+ punten → 1 \+ 9 × [\d,]+ = [\d,]+/)
  })

  test('a line of the plan is added, changed, ticked off and removed', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps, 'found')
    const path = `/nl/audits/${sample.auditId}/plan`
    const { post } = visitor(deps)
    await post(path, { what: 'Eén logo', how: 'Nieuw bestand delen', owner: 'Erik', due: '2027-01-31' })
    const line = () => viewOf(deps, sample).plan[0]
    expect(line()).toMatchObject({ what: 'Eén logo', owner: 'Erik', due: '2027-01-31', done: false })
    const refused = await post(`${path}/${line()?.id}`, { what: 'Eén logo overal', how: '', owner: '', due: '31 februari' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Eén logo overal</textarea>')
    expect(refused.text).toMatch(new RegExp(`id="p-${line()?.id}-due-error">Deze datum bestaat niet`))
    await post(`${path}/${line()?.id}`, { what: 'Eén logo overal', how: '', owner: '', due: '', done: 'yes' })
    expect(line()).toMatchObject({ what: 'Eén logo overal', owner: null, due: null, done: true })
    await post(`${path}/${line()?.id}/remove`)
    expect(viewOf(deps, sample).plan).toEqual([])
  })
})

describe('the report', () => {
  test('begins with what goes well, and keeps apart what could not be seen', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps)
    const words = readable(await visitor(deps).get(`/nl/audits/${auditId}/report`))
    const order = [
      'Zorgwijde op social media',
      'Dit gaat goed',
      'Per platform',
      'Uniformiteit',
      'Het plan',
      'Dit konden wij niet zien',
      'Hoe dit verslag is gemaakt',
    ]
    const heads = order.map((head) => words.indexOf(head, words.indexOf('Zorgwijde op social media')))
    expect(heads).toEqual(heads.toSorted((a, b) => a - b))
    expect(words).toContain('Bewust niet aanwezig : Wij willen het eerst op Facebook goed doen.')
    expect(words).toMatch(/Een zoekmachine Niet bekeken – – –/)
  })

  test('goes along as CSV in both ways of writing, and as JSON', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps)
    const { get } = visitor(deps)
    const dutch = await get(`/nl/audits/${auditId}/report.csv?sep=semicolon`)
    expect(dutch.headers.get('content-disposition')).toBe('attachment; filename="eenlijn-Zorgwijde.csv"')
    expect(dutch.text).toContain('0,97')
    expect((await get(`/en/audits/${auditId}/report.csv?sep=comma`)).text).toContain(',0.97,')
    expect(JSON.parse((await get(`/nl/audits/${auditId}/report.json`)).text)).toMatchObject({
      auditId,
      organisation: { name: 'Zorgwijde' },
    })
  })
})

describe('an article', () => {
  test('adds the accounts that its text names', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps, 'found')
    const page = await visitor(deps).post(`/nl/audits/${auditId}/press`, {
      url: '',
      title: 'De Streekkrant',
      text: 'Volg ze op TikTok: @zorgwijde',
    })
    expect(page.status).toBe(200)
    expect(readable(page)).toContain('1 nieuw account toegevoegd.')
    expect(page.text).toContain('Volg ze op TikTok: @<mark>zorgwijde</mark>')
  })

  test('without address or text comes back with a sentence at the field', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps, 'found')
    const page = await visitor(deps).post(`/en/audits/${auditId}/press`, { url: '', title: 'De Streekkrant', text: '' })
    expect(page.status).toBe(400)
    expect(page.text).toMatch(/id="pressText-error">Fill in the article/)
    expect(page.text).toContain('value="De Streekkrant"')
  })
})

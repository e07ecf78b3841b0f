import { describe, expect, test } from 'vitest'
import { rubric, rubricOf } from '../../config/rubric.ts'
import type { CheckedAccount } from '../../src/checks/check.ts'
import { namesAcrossPlatforms } from '../../src/checks/names-across-platforms.ts'
import { runChecks } from '../../src/checks/run.ts'
import type { AccountKind } from '../../src/model/candidate.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Organisation } from '../../src/model/organisation.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import { scoreFindings } from '../../src/scoring/score.ts'
import { account as accountOf, input, judged, outcomes, style } from './world.ts'

const organisation: Organisation = {
  name: 'Zorggroep De Linde',
  aliases: ['De Linde'],
  website: 'https://www.delinde.example/',
  country: 'nl',
  wikidataId: null,
}

function account(platform: PlatformId, handle: string, kind: AccountKind = 'central', shown: string | null = null): CheckedAccount {
  return accountOf(platform, handle, { kind, displayName: shown === null ? unseen('walled') : seen(shown, 'og:title') })
}

const run = (...accounts: CheckedAccount[]) => runChecks(input(accounts, { organisation }), [namesAcrossPlatforms])

function of(findings: readonly Finding[], subject: string): Finding {
  const found = findings.find((finding) => finding.subject === subject)
  if (!found) throw new Error(`no finding for ${subject}`)
  return found
}

const outcomeOf = ({ outcome }: Finding) => (outcome.kind === 'scored' ? outcome.value : outcome.kind)

describe('names across platforms', () => {
  test('equal names are met in full, with nothing to mend', () => {
    const findings = run(account('x', 'delinde'), account('instagram', 'de_linde'), account('linkedin', 'company/de-linde'))
    expect(findings.map(outcomeOf)).toEqual([1, 1, 1])
    expect(findings.map(({ mend }) => mend)).toEqual([null, null, null])
    expect(scoreFindings(findings, rubric).total).toMatchObject({ grade: 10, coverage: 1 })
  })

  test('a deviating name says what was seen and which exact handle mends it', () => {
    const findings = run(account('x', 'delinde'), account('instagram', 'delinde'), account('facebook', 'wonenbijlinde'))
    const facebook = of(findings, 'facebook:wonenbijlinde')
    expect(outcomeOf(facebook)).toBe(0.6)
    expect(facebook.saw.nl).toBe('Op Facebook heet je ‘wonenbijlinde’. De naam ‘delinde’ staat bij 2 van de 3 accounts met een eigen naam.')
    expect(facebook.mend?.nl).toContain('‘delinde’')
    expect(facebook.mend?.en).toContain('‘delinde’')
    expect(facebook.evidence).toContainEqual({ label: 'Facebook', value: 'wonenbijlinde' })
  })

  test('names count in steps: a common word, the name inside, a shared word, nothing', () => {
    const findings = run(
      account('x', 'delinde'),
      account('instagram', 'delinde'),
      account('tiktok', 'delinde'),
      account('facebook', 'delinde_nl'),
      account('threads', 'bijdelindethuis'),
      account('youtube', '@onze.linde.vandaag'),
      account('pinterest', 'kwekerij'),
    )
    expect(findings.map(outcomeOf)).toEqual([1, 1, 1, 0.8, 0.6, 0.6, 0])
  })

  test('an account of a place follows when the place stands beside the shared name', () => {
    const findings = run(
      account('facebook', 'delinde'),
      account('instagram', 'delinde'),
      account('x', 'delindegouda', 'location', 'De Linde Gouda'),
      account('tiktok', 'zorgingouda', 'location', 'De Linde Gouda'),
    )
    expect(outcomeOf(of(findings, 'x:delindegouda'))).toBe(1)
    expect(of(findings, 'x:delindegouda').verdict.nl).toContain('eigen toevoeging')
    expect(of(findings, 'tiktok:zorgingouda').mend?.nl).toContain('‘delindegouda’')
  })

  test('a number is no name: not applicable, with the advice to claim one', () => {
    const channel = 'channel/UCabcdefghijklmnopqrstuv'
    const findings = run(account('x', 'delinde'), account('instagram', 'delinde'), account('youtube', channel))
    const youtube = of(findings, `youtube:${channel}`)
    expect(outcomeOf(youtube)).toBe('notApplicable')
    expect(youtube.mend?.nl).toContain('‘@delinde’')
    expect(scoreFindings(findings, rubric).total).toMatchObject({ grade: 10, coverage: 1 })
    expect(scoreFindings(findings, rubricOf('2026.1') ?? rubric).total.coverage).toBeCloseTo(2 / 3)
  })

  test('one account with a name is compared with nothing, and gets no grade', () => {
    const findings = run(account('x', 'delinde'))
    expect(findings.map(outcomeOf)).toEqual(['notApplicable'])
    const { total } = scoreFindings(findings, rubric)
    expect(total.grade).toBeNull()
    expect(total.notGradedBecause?.nl).toContain('Te weinig')
  })

  test('two names that have nothing in common do not make a pass', () => {
    const findings = run(account('x', 'kwekerij'), account('instagram', 'thuisbijons'))
    expect(findings.map(outcomeOf)).toEqual([0, 0])
    expect(of(findings, 'x:kwekerij').saw.nl).toContain('Geen van je andere namen lijkt daarop')
    expect(of(findings, 'x:kwekerij').mend?.nl).toContain('‘delinde’')
    expect(scoreFindings(findings, rubric).total.grade).toBe(1)
  })

  test('a shared name that breaks the rule of one platform costs nothing there', () => {
    const long = 'zorggroepdelindezuid'
    const findings = run(account('instagram', long), account('tiktok', long), account('x', 'delindezuid'))
    expect(outcomeOf(of(findings, 'x:delindezuid'))).toBe(1)
    expect(of(findings, 'x:delindezuid').mend).toBeNull()
  })

  test('an older name that is shorter than the platform allows today is kept', () => {
    const findings = run(account('instagram', 'lin'), account('tiktok', 'lin'), account('facebook', 'lin'))
    expect(findings.map(outcomeOf)).toEqual([1, 1, 1])
  })

  test('people, partners, closed platforms and platforms without chosen names are not judged', () => {
    const findings = run(
      account('x', 'delinde'),
      account('instagram', 'delinde'),
      account('linkedin', 'in/jan-de-vries', 'person'),
      account('facebook', 'bouwbureau', 'agency'),
      { ...account('googleplus', '+delinde'), closed: true },
      account('whatsapp', 'channel/0029VaAbCdEfGhIjKlMnOp'),
    )
    expect(findings.map(({ subject }) => subject)).toEqual(['x:delinde', 'instagram:delinde'])
  })

  test('where no name is shared, the one that fits best is the example, and one that takes it over adds its own part', () => {
    const apart = [account('x', 'delinde'), account('instagram', 'thuisbijons'), account('tiktok', 'kwekerij')]
    expect(run(...apart).map(outcomeOf)).toEqual([1, 0, 0])
    const [x, instagram] = run(...apart)
    expect(x?.mend?.nl).toContain('Houd deze naam')
    expect(instagram?.mend?.nl).toContain('‘delinde’')
    expect(run(account('x', 'delinde'), account('instagram', 'delinde'), account('tiktok', 'kwekerij')).map(outcomeOf)).toEqual([1, 1, 0])
  })

  test('what was agreed goes before what most do, any of its patterns is right, and one account is enough to judge', () => {
    const passage = { quote: 'Wij heten overal zorgdelinde.', document: 'Huisstijl 2026' }
    const names = { ...style().names, organisation: ['zorgdelinde', '{short}'], passage }
    const houseStyle = style({ names })
    const world = input([account('x', 'delinde'), account('instagram', 'zorgdelinde'), account('tiktok', 'bijons')], {
      organisation,
      houseStyle,
    })
    const findings = judged('names-across-platforms', world)
    expect(outcomes('names-across-platforms', world)).toEqual({ 'x:delinde': 1, 'instagram:zorgdelinde': 1, 'tiktok:bijons': 0 })
    expect(findings['tiktok:bijons']?.mend?.nl).toContain('‘zorgdelinde’')
    expect(findings['tiktok:bijons']?.norm).toEqual({ kind: 'agreed', passage })
    expect(findings['tiktok:bijons']?.why.nl).toContain('Wij heten overal zorgdelinde.')
    const alone = input([account('x', 'kwekerij')], { organisation, houseStyle })
    expect(outcomes('names-across-platforms', alone)).toEqual({ 'x:kwekerij': 0 })
  })

  test('without accounts there are no findings', () => {
    expect(run()).toEqual([])
  })
})

test('a check that breaks gives an error for each account, and never a number', () => {
  const run = () => {
    throw new Error('out of order')
  }
  const broken = { ...namesAcrossPlatforms, id: 'broken', run }
  const findings = runChecks(input([account('x', 'delinde'), account('instagram', 'delinde')]), [broken])
  expect(findings.map(outcomeOf)).toEqual(['error', 'error'])
  expect(scoreFindings(findings, { ...rubric, weights: { broken: 1 } }).total.grade).toBeNull()
})

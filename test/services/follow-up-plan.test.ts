import { describe, expect, test } from 'vitest'
import { followUpPlan } from '../../src/services/follow-up-plan.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { testDeps } from '../support/deps.ts'
import { plan, twoAudits } from '../support/two-audits.ts'

const nobody = { personId: null }

describe('the plan at the next audit', () => {
  test('what is in line now is ticked off by the audit itself, also under another name, with what it saw', async () => {
    const { deps, clock } = await testDeps()
    const { first, second } = await twoAudits(deps, clock)
    const { followedUp = [] } = readAudit(deps, second, nobody)
    expect(followedUp.map(({ what, auditId }) => [what, auditId])).toEqual([
      [plan[0].what, first],
      [plan[1].what, first],
    ])
    expect(followedUp[0]?.saw[0]?.nl).toContain('Facebook')
    const asked = readAudit(deps, first, nobody).plan
    expect(asked.map(({ done, seenDoneIn = null }) => [done, seenDoneIn])).toEqual([
      [true, second],
      [true, second],
      [false, null],
      [false, null],
      [false, null],
      [true, null],
    ])
  })

  test('what is not in line, what could not be seen and what a person wrote is carried on', async () => {
    const { deps, clock } = await testDeps()
    const { second } = await twoAudits(deps, clock)
    expect(readAudit(deps, second, nobody).plan.map(({ what, done }) => [what, done])).toEqual([
      [plan[2].what, false],
      [plan[3].what, false],
      [plan[4].what, false],
    ])
  })

  test('done twice it changes nothing', async () => {
    const { deps, clock } = await testDeps()
    const { second } = await twoAudits(deps, clock)
    const once = readAudit(deps, second, nobody)
    deps.store.transact((tx) => followUpPlan(tx, second))
    const twice = readAudit(deps, second, nobody)
    expect([twice.plan, twice.followedUp]).toEqual([once.plan, once.followedUp])
  })
})

import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { rubric } from '../../config/rubric.ts'
import type { Change } from '../../src/model/difference.ts'
import { seen } from '../../src/model/seen.ts'
import { readDifference } from '../../src/services/read-difference.ts'
import { saveRescore } from '../../src/services/rescore-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { assessments, records, snapshots } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { type TwoAudits, twoAudits } from '../support/two-audits.ts'

async function setting() {
  const { deps, clock } = await testDeps()
  const sample = await twoAudits(deps, clock)
  return { deps, clock, sample, difference: await readDifference(deps, sample.second) }
}

const numberOf = ({ accounts }: TwoAudits, id: string | null) => [...accounts].find(([, known]) => known === id)?.[0] ?? 'all'
const brief = (sample: TwoAudits, changes: readonly Change[]) =>
  changes
    .map(({ subject, item, detail, cause }) => `${numberOf(sample, subject)} ${item}${item === 'check' ? `:${detail}` : ''} by ${cause}`)
    .sort()

describe('the difference between two audits in the store', () => {
  test('says what was done, what is asked otherwise and what could be seen, by the names of then', async () => {
    const { sample, difference } = await setting()
    const facts = (difference?.changes ?? []).filter(({ item }) => item !== 'check')
    expect(brief(sample, facts)).toEqual(
      [
        ...['101 banner', '101 followers', '102 handle', '104 picture', '105 place', '106 account', '107 account'].map(
          (one) => `${one} by organisation`,
        ),
        ...['108 description', '110 activity', '110 followers', 'all grade'].map((one) => `${one} by organisation`),
        ...['all agreement', 'all grade', 'all rubric'].map((one) => `${one} by norm`),
        ...['103 sight', '111 account', 'all coverage', 'all grade', 'all route'].map((one) => `${one} by visibility`),
      ].sort(),
    )
    const renamed = facts.find(({ item }) => item === 'handle')
    expect([renamed?.before?.value, renamed?.after?.value]).toEqual(['Wijde_Zorg', 'wijdezorg'])
    expect(difference?.counts).toMatchObject({ up: 2, down: 5 })
    expect(
      facts
        .filter(({ alert }) => alert !== null)
        .map(({ alert }) => alert)
        .sort(),
    ).toEqual(['look-alike', 'lost-link', 'vanished'])
  })

  test('the older audit comes first, whichever is asked for; a first audit has none', async () => {
    const { deps, sample, difference } = await setting()
    expect(await readDifference(deps, sample.first, sample.second)).toEqual(difference)
    expect(await readDifference(deps, sample.first)).toBeNull()
    expect((await readDifference(deps, sample.first, sample.first))?.changes.filter(({ cause }) => cause !== 'norm')).toEqual([])
  })

  test('audits of two organisations, unknown ones and one that runs are refused with a reason', async () => {
    const { deps, sample } = await setting()
    const { auditId } = await startAudit(deps, { name: 'Iemand anders', website: 'https://anders.example' })
    await expect(readDifference(deps, auditId, sample.first)).rejects.toMatchObject({ code: 'conflict' })
    await expect(readDifference(deps, sample.second, 'nergens')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a picture that the platform packed anew is no change; one that somebody drew on is', async () => {
    const { deps, sample } = await setting()
    const id = sample.accounts.get('109') ?? ''
    const now = and(eq(snapshots.accountId, id), eq(snapshots.auditId, sample.second))
    const body = deps.store.db.select().from(snapshots).where(now).get()?.body
    if (!body?.picture.seen) throw new Error('no picture')
    const png = (await deps.blobs.get(body.picture.value)) as Uint8Array
    const mark = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="45" cy="45" r="40" fill="#d33"/></svg>',
    )
    const told = async (bytes: Uint8Array) => {
      const picture = seen(await deps.blobs.put(bytes), 'og:image')
      deps.store.db
        .update(snapshots)
        .set({ body: { ...body, picture } })
        .where(now)
        .run()
      const changes = (await readDifference(deps, sample.second))?.changes ?? []
      return changes.filter(({ subject, item }) => subject === id && item === 'picture').length
    }
    expect(await told(await sharp(png).resize(200).jpeg({ quality: 70 }).toBuffer())).toBe(0)
    expect(
      await told(
        await sharp(png)
          .composite([{ input: mark, top: 10, left: 10 }])
          .jpeg({ quality: 70 })
          .toBuffer(),
      ),
    ).toBe(1)
  })
})

describe('scoring an old audit again', () => {
  test('writes a version beside, once, and leaves the record as it was', async () => {
    const { deps, sample } = await setting()
    const record = () => deps.store.db.select().from(records).where(eq(records.auditId, sample.first)).get()?.body
    const before = record()
    const fresh = saveRescore(deps, { auditId: sample.first, rubric: rubric.version })
    expect([fresh.rubric, fresh.version]).toEqual([rubric.version, 2])
    expect(saveRescore(deps, { auditId: sample.first, rubric: rubric.version }).version).toBe(2)
    expect(deps.store.db.select().from(assessments).where(eq(assessments.auditId, sample.first)).all()).toHaveLength(2)
    expect(record()).toEqual(before)
    expect(() => saveRescore(deps, { auditId: sample.first, rubric: '1900.1' })).toThrow()
  })
})

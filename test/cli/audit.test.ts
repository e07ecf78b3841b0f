import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadEnv } from '../../config/env.ts'
import { startApplication } from '../../src/application.ts'
import { auditRecordSchema } from '../../src/model/audit.ts'
import { takeDataDir } from '../../src/services/data-lock.ts'
import { openStore } from '../../src/store/open.ts'
import { audits } from '../../src/store/schema.ts'
import { createApp } from '../../src/web/app.tsx'
import { startSite } from '../support/site.ts'
import { lindePages, twoLindes, writeArchive } from './archive.ts'
import { command, commandHere } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'eenlijn-cli-'))
let archive: string
let dataDir: string
let runs = 0
beforeAll(async () => {
  archive = await writeArchive(join(folder, 'linde.warc.gz'), lindePages)
})
beforeEach(() => {
  dataDir = join(folder, `data-${++runs}`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const auditBy =
  (runner: typeof command) =>
  (args: readonly string[], options: Parameters<typeof command>[1] = {}) =>
    runner(['audit', ...args], { ...options, env: { EENLIJN_DATA_DIR: dataDir, EENLIJN_DEMO: 'off', ...options.env } })
const audit = auditBy(commandHere)
const auditApart = auditBy(command)
const replay = () => ['De Linde', '--website', 'https://www.delinde.example', '--archive', archive]
const statesIn = (dir: string) => {
  const store = openStore(join(dir, 'eenlijn.sqlite'))
  try {
    return store.db
      .select({ state: audits.state })
      .from(audits)
      .all()
      .map(({ state }) => state)
  } finally {
    store.close()
  }
}

describe('audit', () => {
  it('with --json writes the record to standard output, and only that', async () => {
    const { code, stdout, stderr } = await auditApart([...replay(), '--json'])
    expect(code, stderr).toBe(0)
    const record = auditRecordSchema.parse(JSON.parse(stdout))
    expect(record.state).toBe('done')
    expect(
      record.accounts
        .map(({ platform, url, handle, kind }) => ({ platform, url, handle, kind }))
        .toSorted((a, b) => a.platform.localeCompare(b.platform)),
    ).toEqual([
      { platform: 'facebook', url: 'https://www.facebook.com/delinde', handle: 'delinde', kind: 'central' },
      { platform: 'instagram', url: 'https://www.instagram.com/delinde', handle: 'delinde', kind: 'central' },
      { platform: 'linkedin', url: 'https://www.linkedin.com/company/delinde', handle: 'company/delinde', kind: 'central' },
    ])
    for (const account of record.accounts) {
      expect(account.verdict).toBe('ours')
      expect(account.confidence).toBeGreaterThan(0.5)
      expect(account.foundVia[0]).toMatchObject({ route: 'website', page: 'https://www.delinde.example/', zone: 'footer' })
    }
    expect(stderr).toContain('3 accounts gevonden.')
    expect(stderr.trimEnd().endsWith('Klaar.')).toBe(true)
  })

  it('writes a table for people, in the language of the terminal', async () => {
    const { code, stdout, stderr } = await audit(replay(), { env: { LANG: 'en_GB.UTF-8' } })
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/^De Linde · https:\/\/www\.delinde\.example\//)
    expect(stdout).toMatch(
      /facebook +delinde +ours +9\d% +The website, page ‘De Linde’, at the bottom +https:\/\/www\.facebook\.com\/delinde/,
    )
    expect(stderr).toContain('3 accounts found.')
  })

  it('takes links from standard input and keeps to the platforms asked for', async () => {
    const args = ['De Linde', '--offline', '--json', '--links', '-', '--platform', 'twitter']
    const { code, stdout, stderr } = await audit(args, { stdin: 'https://x.com/delinde\n' })
    expect(code, stderr).toBe(0)
    expect(auditRecordSchema.parse(JSON.parse(stdout)).accounts.map(({ key, foundVia }) => [key, foundVia[0]?.route])).toEqual([
      ['x:delinde', 'pasted'],
    ])
  })

  it('brings locations, tells which lines were skipped, and stops when there is none in the list', async () => {
    const list = join(folder, 'locations.csv')
    writeFileSync(list, 'naam;plaats\nDe Linde;Gouda\n;Woerden\n')
    const args = ['De Linde', '--offline', '--json', '--locations']
    const { code, stderr } = await audit([...args, list], { env: { LANG: 'en' } })
    expect(code, stderr).toBe(0)
    expect(stderr).toContain('1 locations read.')
    expect(stderr).toContain('Line 3 skipped: There is no name.')
    const empty = await audit([...args, '-'], { stdin: ';Gouda\n', env: { LANG: 'en' } })
    expect(empty.code).toBe(2)
    expect(empty.stderr).toContain('There is no location in this.')
  })

  it('ends with 3 when several organisations have the name, with the choices', async () => {
    const register = await writeArchive(join(folder, 'two.warc.gz'), { ...lindePages, ...twoLindes() })
    const { code, stdout, stderr } = await auditApart(['De Linde', '--archive', register, '--json'])
    expect(code, stderr).toBe(3)
    expect(JSON.parse(stdout)).toEqual({
      choices: [
        expect.objectContaining({ wikidataId: 'Q901', name: 'De Linde', website: 'https://www.delinde.example/' }),
        expect.objectContaining({ wikidataId: 'Q902', description: 'theater in Elders' }),
      ],
    })
    expect(stderr).toContain('De Linde · theater in Elders · https://theaterdelinde.example/')
    expect(statesIn(dataDir)).toEqual(['cancelled'])
  })

  it('ends with 4 for an archive that cannot be read, before anything is begun', async () => {
    const broken = join(folder, 'broken.warc')
    writeFileSync(broken, 'no archive at all')
    for (const file of [broken, join(folder, 'absent.warc')]) {
      const { code, stdout, stderr } = await audit(['De Linde', '--archive', file, '--json'])
      expect(code).toBe(4)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/archief/)
    }
  })

  it.each([
    ['no name', [], 'naam van de organisatie'],
    ['two names', ['De', 'Linde'], '"De Linde"'],
    ['a name that says nothing', ['???', '--offline'], 'letters of cijfers'],
    ['an unknown option', ['x', '--webiste', 'y'], '--webiste'],
    ['an option without its value', ['x', '--website'], '--website'],
    ['an unknown platform', ['x', '--platform', 'friendface'], 'friendface'],
    ['a country that is none', ['x', '--country', 'Nederland', '--offline'], 'country'],
    ['a file of links that is not there', ['x', '--links', '/nergens'], '/nergens'],
    ['a server that is no address', ['x', '--server', 'ftp://x'], 'ftp://x'],
  ])('ends with 2 and a sentence for %s', async (_what, args, sentence) => {
    const { code, stdout, stderr } = await audit(args)
    expect(code, stderr).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(sentence)
  })

  it('ends with 2 for settings that are not right, naming which', async () => {
    const { code, stderr } = await audit(replay(), { env: { PORT: 'veel' } })
    expect(code).toBe(2)
    expect(stderr).toContain('PORT')
  })

  it('ends with 130 on Ctrl-C, leaving the audit stopped and the directory free', async () => {
    const site = await startSite({ '*': () => {} })
    try {
      const { code, stdout } = await auditApart(['De Linde', '--website', site.origin], {
        env: { EENLIJN_ALLOW_PRIVATE: `127.0.0.1:${site.port}` },
        // The second stroke stands for the one that a wrapper passes on.
        onStderr: (text, child) => {
          if (text.includes('begonnen') && !text.includes('Gestopt')) for (const _ of [1, 2]) child.kill('SIGINT')
        },
      })
      expect(code).toBe(130)
      expect(stdout).toBe('')
      expect(statesIn(dataDir)).toEqual(['cancelled'])
      const taken = takeDataDir(dataDir, null)
      expect('release' in taken).toBe(true)
    } finally {
      await site.stop()
    }
  })
})

describe('audit beside others', () => {
  const withServer = async (work: (address: string, dir: string) => Promise<void>) => {
    const dir = join(folder, `server-${runs}`)
    const application = await startApplication(
      loadEnv({ EENLIJN_DATA_DIR: dir, EENLIJN_DEMO: 'off', EENLIJN_NETWORK: 'off', LOG_LEVEL: 'silent' }),
    )
    const server = serve({ fetch: createApp(application.deps).fetch, hostname: '127.0.0.1', port: 0 })
    await new Promise((ready) => server.once('listening', ready))
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, dir)
    } finally {
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
      await application.stop()
    }
  }

  it('lets a named server do the work, archive included', () =>
    withServer(async (address, dir) => {
      const { code, stdout, stderr } = await audit([...replay(), '--json', '--server', address])
      expect(code, stderr).toBe(0)
      expect(auditRecordSchema.parse(JSON.parse(stdout)).accounts).toHaveLength(3)
      expect(statesIn(dir)).toEqual(['done'])
    }))

  it('lets the server that owns the data directory do the work', () =>
    withServer(async (address, dir) => {
      const owned = takeDataDir(dataDir, address)
      expect('release' in owned).toBe(true)
      const { code, stdout, stderr } = await auditApart([...replay(), '--json'])
      expect(code, stderr).toBe(0)
      expect(stderr).toContain(`De server op ${address} doet het werk.`)
      expect(JSON.parse(stdout).state).toBe('done')
      expect(statesIn(dir)).toEqual(['done'])
    }))

  it('works in a directory of its own when another program has the usual one, and says so', async () => {
    const owned = takeDataDir(dataDir, null)
    expect('release' in owned).toBe(true)
    const { code, stdout, stderr } = await auditApart([...replay(), '--json'])
    expect(code, stderr).toBe(0)
    expect(stderr).toContain('wordt daar niet bewaard')
    expect(JSON.parse(stdout).accounts).toHaveLength(3)
  })

  it('says so when no server answers, or what answers is none of ours', async () => {
    const site = await startSite({ '*': '<h1>Welkom</h1>' })
    try {
      const other = await audit(['De Linde', '--server', site.origin])
      expect(other.code).toBe(1)
      expect(other.stderr).toContain('niet als een server van Eenlijn')
    } finally {
      await site.stop()
    }
    const none = await audit(['De Linde', '--server', site.origin])
    expect(none.code).toBe(1)
    expect(none.stderr).toContain('niet te bereiken')
  })
})

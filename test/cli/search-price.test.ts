import { describe, expect, it } from 'vitest'
import { temporaryDir } from '../support/deps.ts'
import { commandHere } from './command.ts'

const audit = (args: readonly string[], env: Readonly<Record<string, string>>) =>
  commandHere(['audit', 'Zorgwijde', '--platform', 'x', '--offline', ...args], {
    env: { EENLIJN_DATA_DIR: temporaryDir(), EENLIJN_DEMO: 'off', LOG_LEVEL: 'silent', ...env },
  })

describe('an audit that names the search engine', () => {
  it('tells the price first, and asks nothing until an amount is given', async () => {
    const { code, stderr } = await audit(['--routes', 'search-engine'], { BRAVE_SEARCH_KEY: 'sleutel-1' })
    expect(code).toBe(0)
    const [price, how] = stderr.split('\n')
    expect(price).toBe('3 zoekopdrachten bij Brave Search: hoogstens $ 0,02.')
    expect(how).toBe('Dat doen wij pas als je een bedrag geeft: --max-dollars 0.015')
  })

  it('goes on with the amount that was given', async () => {
    const { stderr } = await audit(['--routes', 'search-engine', '--max-dollars', '0,02'], { BRAVE_SEARCH_KEY: 'sleutel-1' })
    expect(stderr).toContain('3 zoekopdrachten bij Brave Search')
    expect(stderr).not.toContain('--max-dollars')
  })

  it('refuses what is no amount', async () => {
    const { code, stderr } = await audit(['--max-dollars', 'veel'], {})
    expect([code, stderr.trim()]).toEqual([2, '‘veel’ is geen bedrag. Geef bij --max-dollars een getal van 0 tot 10, bijvoorbeeld 0.31'])
  })
})

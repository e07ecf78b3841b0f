import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { platformIds } from '../../src/model/platform.ts'
import { type GuessInput, guessHandles } from '../../src/naming/guess.ts'
import { accountFromHandle } from '../../src/platforms/classify.ts'

const nobody: GuessInput = { name: '', aliases: [], website: null, country: null, confirmed: [], platforms: ['instagram'] }
const handles = (input: Partial<GuessInput>) => guessHandles({ ...nobody, ...input }).map(({ handle }) => handle)

describe('guessed names', () => {
  it('begin with the web address and the name', () => {
    expect(handles({ name: 'Zorggroep De Linde', website: 'https://www.delinde.nl' }).slice(0, 2)).toEqual(['delinde', 'zorggroepdelinde'])
  })

  it('take the country from the ending of the domain, or from what is known', () => {
    const name = 'Stad Voorbeeld'
    expect(handles({ name, website: 'https://stadvoorbeeld.nl' })).toEqual(
      expect.arrayContaining(['stadvoorbeeldnl', 'stadvoorbeeldnederland']),
    )
    expect(handles({ name, website: 'https://stadvoorbeeld.com', country: 'be' })).toEqual(
      expect.arrayContaining(['stadvoorbeeldbe', 'stadvoorbeeldbelgium']),
    )
    expect(handles({ name, website: 'https://stadvoorbeeld.fr' })).toContain('stadvoorbeeldofficiel')
    expect(handles({ name, website: 'https://stadvoorbeeld.com' })).toContain('stadvoorbeeldofficial')
  })

  it('write an ampersand as the country does and leave legal forms out', () => {
    expect(handles({ name: 'Brood & Boter B.V.', website: 'https://brood-boter.nl' })).toContain('broodenboter')
    expect(handles({ name: 'Brood & Boter BV', platforms: ['facebook'] })[0]).toBe('broodandboter')
  })

  it('abbreviate the place behind `for`', () => {
    const found = (name: string) => guessHandles({ ...nobody, name, most: 12 }).map(({ handle }) => handle)
    expect(found('Samen voor Lindestad')).toEqual(expect.arrayContaining(['samenvoorlin', 'samen4lin']))
    expect(found('Code for New Linde')).toContain('codefornl')
  })

  it('write the web address itself on Instagram, which allows the dot', () => {
    const found = guessHandles({ ...nobody, name: 'Linde', website: 'https://linde.nl', most: 6 })
    expect(found.map(({ handle }) => handle)).toContain('linde.nl')
  })

  it('call a country as its own organisations do', () => {
    const found = handles({ name: 'Linde', website: 'https://linde.be', platforms: ['facebook'] })
    expect(found).toEqual(['linde', 'lindebe', 'lindebelgium', 'lindebelgie', expect.any(String)])
    expect(found).not.toContain('lindebelgique')
  })

  it('follow the name that confirmed accounts bear', () => {
    const confirmed = [{ platform: 'x', handle: 'linde_zorgt' }] as const
    expect(handles({ name: 'Zorggroep De Linde', website: 'https://delinde.nl', confirmed }).slice(0, 2)).toEqual([
      'linde_zorgt',
      'lindezorgt',
    ])
  })

  it('never repeat an account that is known already', () => {
    const confirmed = [{ platform: 'instagram', handle: 'delinde' }] as const
    expect(handles({ name: 'De Linde', website: 'https://delinde.nl', confirmed })).not.toContain('delinde')
  })

  it('are written as each platform writes them', () => {
    const found = guessHandles({
      ...nobody,
      name: 'De Linde',
      website: 'https://delinde.nl',
      platforms: ['linkedin', 'youtube', 'bluesky', 'mastodon', 'whatsapp'],
      most: 1,
    })
    expect(found.map(({ handle }) => handle)).toEqual(['company/delinde', '@delinde', 'delinde.nl', '@delinde@delinde.nl'])
  })

  it('do not spend a guess on dots that Facebook ignores', () => {
    const found = guessHandles({ ...nobody, name: 'De Linde', website: 'https://delinde.nl', platforms: ['facebook'], most: 10 })
    expect(found.some(({ handle }) => handle.includes('.'))).toBe(false)
  })

  it('say in both languages what they were made of', () => {
    const [first, second] = guessHandles({ ...nobody, name: 'De Linde', website: 'https://delinde.nl' })
    expect(first?.why).toEqual({ nl: 'Geraden uit de naam en het webadres.', en: 'Guessed from the name and the web address.' })
    expect(second?.why).toEqual({
      nl: 'Geraden uit de naam en het webadres, met ‘nl’ erachter.',
      en: 'Guessed from the name and the web address, followed by ‘nl’.',
    })
  })

  it('are none for a name without letters', () => {
    expect(handles({ name: '—' })).toEqual([])
    expect(handles({ name: '2024' })).not.toContain('2024')
  })

  it('are ranked, each once, all possible on their platform, whatever the name', () => {
    const words = fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('De', 'Stichting', '&', 'Linde', 'BV', '(NL)')), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(words, fc.option(fc.domain(), { nil: null }), (parts, domain) => {
        const website = domain === null ? null : `https://${domain}/`
        const found = guessHandles({ ...nobody, name: parts.join(' '), website, platforms: platformIds, most: 4 })
        const byPlatform = Map.groupBy(found, ({ platform }) => platform)
        for (const [platform, guesses] of byPlatform) {
          expect(guesses.map(({ rank }) => rank)).toEqual(guesses.map((_, at) => at + 1))
          expect(new Set(guesses.map(({ key }) => key)).size).toBe(guesses.length)
          for (const { handle, key } of guesses) expect(accountFromHandle(platform, handle)).toMatchObject({ kind: 'account', key })
        }
      }),
      { numRuns: 60 },
    )
  })
})

import { describe, expect, test } from 'vitest'
import { en } from '../../src/web/i18n/en.ts'
import { formats } from '../../src/web/i18n/format.ts'
import { nl } from '../../src/web/i18n/nl.ts'
import { aboutText } from '../../src/web/pages/about-text.ts'

/** Every text of a language by its path; functions are called, with one and with many. */
function textsOf(messages: unknown, path = ''): [string, string][] {
  if (typeof messages === 'string') return [[path, messages]]
  if (typeof messages === 'function') return [1, 2].map((n) => [`${path}(${n})`, String(messages(n, n, n))])
  return Object.entries(messages as object).flatMap(([key, value]) => textsOf(value, path ? `${path}.${key}` : key))
}

const dutch = textsOf(nl)
const english = textsOf(en)
const about = [aboutText.lead, ...aboutText.sections.flatMap(({ title, items }) => [title, ...items])]
const allDutch = [...dutch.map(([, text]) => text), ...about.map(({ nl: text }) => text)]
const allEnglish = [...english.map(([, text]) => text), ...about.map(({ en: text }) => text)]

describe('the words of the pages', () => {
  test('both languages have the same keys, and none is empty', () => {
    expect(english.map(([path]) => path)).toEqual(dutch.map(([path]) => path))
    expect([...dutch, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('no Dutch in English', () => {
    const words = /\b(?:de|het|een|van|niet|geen|en|je|jij|jullie|wij|dit|dat|deze|nog|ook|naar|voor|bij|zijn|wordt|cijfer|klaar)\b/i
    expect(allEnglish.filter((text) => words.test(text.replace('Nederlands', '')))).toEqual([])
  })

  test('no English in Dutch', () => {
    const words = /\b(?:the|and|your|you|not|this|that|with|from|grade|page)\b/i
    expect(allDutch.filter((text) => words.test(text.replace('English', '')))).toEqual([])
  })

  test('what differs in one language only is a name', () => {
    const same = english.filter(([path, text]) => dutch.find(([other]) => other === path)?.[1] === text).map(([path]) => path)
    expect(
      same.filter((path) => !/^(?:site\.(?:name|audits)|home\.website|accounts\.decidedBy|report\.(?:route|website))/.test(path)),
    ).toEqual([])
  })

  test('calm: no exclamation marks, and numbers agree with their words', () => {
    expect([...allDutch, ...allEnglish].filter((text) => text.includes('!'))).toEqual([])
    expect(nl.home.ours(1)).toBe('1 account van de organisatie')
    expect(en.report.mean('7.5', 2)).toBe('7.5 on average, from 2 people')
  })
})

describe('numbers and dates', () => {
  test('are written as the reader writes them, in Dutch time', () => {
    const midnight = '2026-11-11T23:30:00.000Z'
    expect(formats('nl').date(midnight)).toBe('12 november 2026')
    expect(formats('en').dateTime(midnight)).toBe('12 November 2026, 00:30')
    expect(formats('nl').number(6.666)).toBe('6,7')
    expect(formats('en').number(6.666)).toBe('6.7')
    expect(formats('nl').country('be')).toBe('België')
  })
})

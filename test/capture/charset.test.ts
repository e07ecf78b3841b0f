import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/capture/charset.ts'

const words = 'Café België – één “lijn” €5'

describe('the text of a page', () => {
  it.each([
    ['UTF-8, declared', 'utf8', 'text/html; charset=utf-8', ''],
    ['UTF-8, not declared', 'utf8', 'text/html', ''],
    ['UTF-8 declared as Latin-1', 'utf8', 'text/html; charset=iso-8859-1', ''],
    ['UTF-8 with a foreign label', 'utf8', 'text/html; charset=onbekend', ''],
    ['Windows-1252 declared as Latin-1', 'win1252', 'text/html; charset=ISO-8859-1', ''],
    ['Windows-1252 declared as UTF-8', 'win1252', 'text/html; charset=utf-8', ''],
    ['Windows-1252 declared as UTF-8 twice', 'win1252', 'text/html; charset=utf-8', '<meta charset="utf-8">'],
    ['Windows-1252, declared in the markup', 'win1252', 'text/html', '<meta charset=windows-1252>'],
    ['Windows-1252, markup right and header wrong', 'win1252', 'text/html; charset=utf-8', '<meta charset="windows-1252">'],
    [
      'Windows-1252, declared the old way',
      'win1252',
      'text/html',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
    ],
    ['Windows-1252, declared nowhere', 'win1252', 'text/html', ''],
    ['UTF-16, declared', 'utf-16le', 'text/html; charset=utf-16le', ''],
  ])('is read: %s', (_, encoding, contentType, head) => {
    const bytes = iconv.encode(`${head}<p>${words}`, encoding)
    expect(decodeText(bytes, contentType)).toBe(`${head}<p>${words}`)
  })

  it.each(['utf8', 'utf-16le', 'utf-16be'])('believes its byte order mark before its header: %s', (encoding) => {
    const bytes = iconv.encode(words, encoding, { addBOM: true })
    expect(decodeText(bytes, 'text/html; charset=windows-1252')).toBe(words)
  })

  it('is read in other scripts', () => {
    const polish = 'Zażółć gęślą jaźń'
    const bytes = iconv.encode(`<meta charset="iso-8859-2">${polish}`, 'iso-8859-2')
    expect(decodeText(bytes, 'text/html')).toContain(polish)
    expect(decodeText(iconv.encode('日本語のページ', 'shift_jis'), 'text/html; charset=Shift_JIS')).toBe('日本語のページ')
  })

  it('is recognised when nothing declares it', () => {
    const russian = 'Привет, это русская страница о городе'
    expect(decodeText(iconv.encode(russian, 'windows-1251'), 'text/html')).toBe(russian)
    expect(decodeText(iconv.encode('één', 'win1252'), '')).toBe('één')
  })

  it('that was cut within a letter is still UTF-8', () => {
    const bytes = Buffer.from(`${'é'.repeat(50)}€`).subarray(0, -1)
    expect(decodeText(bytes, 'text/html; charset=utf-8')).toMatch(/^é{50}\uFFFD/)
  })

  it.each(['utf-7', 'base64', 'hex'])('never takes %s for a charset', (label) => {
    expect(decodeText(Buffer.from('+ADw-script+AD4-'), `text/html; charset=${label}`)).toBe('+ADw-script+AD4-')
  })
})

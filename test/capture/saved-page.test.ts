import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMhtml, readMhtml } from '../../src/capture/mhtml.ts'
import { readSavedPage } from '../../src/capture/saved-page.ts'
import { mhtmlOf } from '../support/mhtml.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
const page = '<!doctype html><html><head><title>Zorgwijde – één</title></head><body><img src="https://p.example/a.png"></body></html>'

describe('a page saved in one file (.mhtml)', () => {
  const file = mhtmlOf({ url: 'https://www.linkedin.com/company/zorgwijde/', html: page, pictures: { 'https://p.example/a.png': picture } })

  test('gives back its markup, its address and its pictures', () => {
    const saved = readSavedPage(file)
    expect(saved.html).toContain('Zorgwijde – één')
    expect(saved.url).toBe('https://www.linkedin.com/company/zorgwijde/')
    expect(saved.picture('https://p.example/a.png')).toEqual(Buffer.from(picture))
    expect(saved.picture('https://p.example/other.png')).toBeNull()
  })

  test('takes the page, not a frame that stands before it', () => {
    const frame = { url: 'https://ads.example/', html: '<html><body>advertentie</body></html>' }
    expect(readMhtml(mhtmlOf({ url: 'https://x.com/zorgwijde', html: page, before: [frame] }))?.html).toContain('Zorgwijde')
  })

  test('without a page in it is refused', () => {
    const text =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n'
    expect(() => readSavedPage(bytes(text))).toThrow(expect.objectContaining({ code: 'not-accepted', field: 'page' }))
  })

  test('cut anywhere, or of any bytes, never breaks the reader', () => {
    fc.assert(
      fc.property(fc.nat(file.length), (length) => void readMhtml(file.subarray(0, length))),
      { numRuns: 100 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (noise) => {
        const mixed = Buffer.concat([
          bytes('A: b\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n'),
          noise,
          bytes('\r\n--b--'),
        ])
        return isMhtml(mixed) && readMhtml(mixed) !== undefined
      }),
    )
  })
})

describe('a page saved as markup (.html)', () => {
  test.each([
    ['<!-- saved from url=(0033)https://www.facebook.com/zorgwijde -->', 'https://www.facebook.com/zorgwijde'],
    ['<!--\n Page saved with SingleFile \n url: https://x.com/zorgwijde \n-->', 'https://x.com/zorgwijde'],
    ['', null],
    ['<!-- saved from url=(0014)file:///c:/a.html -->', null],
  ])('%j says where it stood: %s', (comment, url) => {
    expect(readSavedPage(bytes(`<!doctype html>\n${comment}\n<html><head></head></html>`)).url).toBe(url)
  })

  test('may hold its pictures itself', () => {
    const saved = readSavedPage(bytes('<html></html>'))
    expect(saved.picture(`data:image/png;base64,${Buffer.from(picture).toString('base64')}`)).toEqual(Buffer.from(picture))
    expect(saved.picture('data:text/html;base64,PGI+')).toBeNull()
  })

  test('is refused when it is no markup at all, or nests too deep', () => {
    expect(() => readSavedPage(bytes('%PDF-1.7 zomaar'))).toThrow(expect.objectContaining({ code: 'not-accepted' }))
    expect(() => readSavedPage(bytes(`<html>${'<br></br>'.repeat(61_000)}`))).toThrow(expect.objectContaining({ code: 'too-large' }))
    expect(() => readSavedPage(bytes(`<html>${'<div>'.repeat(40_000)}`))).toThrow(expect.objectContaining({ code: 'not-accepted' }))
  })
})

import { describe, expect, test } from 'vitest'
import { contactsOfPage } from '../../src/discovery/website/contacts.ts'
import type { PageReading } from '../../src/model/mention.ts'
import { contactsInText, phoneOf, siteFactsOf } from '../../src/verification/contacts.ts'

test.each([
  ['030 - 123 45 67', '301234567'],
  ['+31 (0)30 1234567', '301234567'],
  ['0031301234567', '301234567'],
  ['1234', null],
  ['12345678901234567890', null],
])('the number %s is known as %s', (text, digits) => {
  expect(phoneOf(text)).toBe(digits)
})

test('a profile’s text gives numbers and domains of mail, not those of mail providers', () => {
  expect(contactsInText('Bel 030-1234567, mail info@zorg.delinde.example of jan@gmail.com. Sinds 1998.')).toEqual({
    phones: ['301234567'],
    emailDomains: ['delinde.example'],
  })
})

describe('what a page says of how it can be reached', () => {
  test('is read from links, structured data and postal lines', () => {
    const html = `<a href="mailto:info@delinde.example?subject=x">Mail</a> <a href='tel:+31301234567'>Bel</a>
      <script type="application/ld+json">{"telephone": "030 765 43 21", "address": {"addressLocality": "Elzerdijk"}}</script>
      <p>Dijkweg 1, 1234 AB Merelveen</p>`
    expect(contactsOfPage(html)).toEqual({
      emailDomains: ['delinde.example'],
      phones: ['301234567', '307654321'],
      places: ['Elzerdijk', 'Merelveen'],
    })
  })

  test('takes no longer for a page made to be slow', () => {
    const started = performance.now()
    for (const part of ['mailto:a', '"email": "', 'href="tel:', '1234 AB ', '"telephone":'])
      contactsOfPage(part.repeat(Math.floor(1_000_000 / part.length)))
    expect(performance.now() - started).toBeLessThan(4_000)
  })
})

test('of a site with many pages only what more than one of them says is the site’s', () => {
  const page = (phones: string[]) => ({ contacts: { emailDomains: [], phones, places: [] } }) as unknown as PageReading
  expect(siteFactsOf([page(['1']), page(['1', '2'])]).phones).toEqual(['1', '2'])
  expect(siteFactsOf([page(['1']), page(['1', '2']), page(['3']), page([])]).phones).toEqual(['1'])
})

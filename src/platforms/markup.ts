const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  sol: '/',
  colon: ':',
  period: '.',
  num: '#',
  commat: '@',
  lowbar: '_',
  quest: '?',
  equals: '=',
  percnt: '%',
}

/** Undoes HTML entities, and the backslashes of JSON and scripts. */
export function unescapeMarkup(text: string): string {
  let plain = text
  if (plain.includes('\\')) {
    plain = plain.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    plain = plain.replaceAll('\\/', '/').replace(/\\["']/g, '')
  }
  if (!plain.includes('&')) return plain
  return plain.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const textEnd = /[\s).,;:!?'"»”’>\]}*…]$/

/** Takes off the punctuation that follows an address in running text. */
export function withoutTrailingPunctuation(text: string): string {
  let end = text.length
  while (end > 0 && textEnd.test(text.charAt(end - 1))) {
    if (text.charAt(end - 1) === ')' && text.slice(0, end).includes('(')) break
    end--
  }
  return text.slice(0, end)
}

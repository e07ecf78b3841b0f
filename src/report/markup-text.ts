const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that can stand in HTML or XML, attributes too. Control signs and halves of signs, which XML forbids, go. */
export const safe = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

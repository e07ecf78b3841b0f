interface SavedInOneFile {
  readonly url: string
  readonly html: string
  readonly pictures?: Readonly<Record<string, Uint8Array>>
  /** Frames that stand before the page in the file. */
  readonly before?: readonly { readonly url: string; readonly html: string }[]
}

const boundary = '----MultipartBoundary--zw----'

/** A page as browsers save it in one file: quoted-printable markup, base64 pictures (RFC 2557). */
export function mhtmlOf({ url, html, pictures = {}, before = [] }: SavedInOneFile): Uint8Array {
  const part = (headers: string, body: string) => `--${boundary}\r\n${headers}\r\n\r\n${body}\r\n`
  const markup = (page: { url: string; html: string }) =>
    part(`Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${page.url}`, quoted(page.html))
  const images = Object.entries(pictures).map(([address, bytes]) =>
    part(
      `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: ${address}`,
      Buffer.from(bytes).toString('base64'),
    ),
  )
  const head = `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${url}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"\r\n\r\n\r\n`
  return new TextEncoder().encode(`${head}${before.map(markup).join('')}${markup({ url, html })}${images.join('')}--${boundary}--\r\n`)
}

/** Every byte that is not plain, as `=XX`; lines of at most 76 signs. */
function quoted(text: string): string {
  const signs = [...Buffer.from(text)].map((byte) =>
    byte >= 33 && byte <= 126 && byte !== 61
      ? String.fromCharCode(byte)
      : byte === 32
        ? ' '
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  )
  const lines: string[] = []
  let line = ''
  for (const sign of signs) {
    if (line.length + sign.length > 74) {
      lines.push(`${line}=`)
      line = ''
    }
    line += sign
  }
  return [...lines, line].join('\r\n')
}

/** One page of a PDF: lines from the top, and an address behind the first line. */
export interface SmallPage {
  readonly lines: readonly string[]
  readonly link?: string
}

const literal = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`

/** A PDF in Helvetica, written out by hand. Sizes in points. */
export function smallPdf(pages: readonly SmallPage[], [width, height]: readonly [number, number] = [420, 595]): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  const kids = pages.map(({ lines, link }) => {
    const shown = lines.map((line, at) => `BT /F1 14 Tf 40 ${height - 60 - at * 30} Td ${literal(line)} Tj ET`).join('\n')
    const content = objects.push(`<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`)
    const area = `[40 ${height - 66} 240 ${height - 46}]`
    const notes = link ? `/Annots [<< /Type /Annot /Subtype /Link /Rect ${area} /A << /S /URI /URI ${literal(link)} >> >>]` : ''
    return objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R ${notes} >>`,
    )
  })
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

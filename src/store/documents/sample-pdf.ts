/** A line of text on a sample page: points from the left and from the foot of an A4 page. */
interface Placed {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
}

const escaped = (text: string) => text.replace(/[\\()]/g, c => `\\${c}`)

/** A small PDF with these words at these places, a page for each list: for tests of reading, nothing else. */
export function pdfOf(pages: readonly (readonly Placed[])[]): Uint8Array {
  const font = 3 + pages.length * 2
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${3 + i * 2} 0 R`).join(' ')}] >>`,
    ...pages.flatMap((lines, i) => {
      const stream = lines
        .map(l => `BT /F ${l.size} Tf 1 0 0 1 ${l.x} ${l.y} Tm (${escaped(l.text)}) Tj ET`)
        .join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + i * 2} 0 R /Resources << /Font << /F ${font} 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const at = objects.map((object, i) => {
    const offset = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const xref = body.length
  const rows = at.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`
  return new TextEncoder().encode(body)
}

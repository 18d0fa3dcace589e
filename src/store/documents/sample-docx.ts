import JSZip from 'jszip'

/** A Word file from the XML of its body, and of its lists and styles where it has any. For tests. */
export async function docxOf(
  body: string,
  parts: {
    readonly numbering?: string
    readonly styles?: string
    readonly more?: Readonly<Record<string, string>>
  } = {},
): Promise<Uint8Array> {
  const zip = new JSZip()
  const part = (name: string, root: string, inside: string | undefined) => {
    if (inside !== undefined)
      zip.file(`word/${name}.xml`, `<?xml version="1.0"?><w:${root} xmlns:w="w">${inside}</w:${root}>`)
  }
  part('document', 'document', `<w:body>${body}</w:body>`)
  part('numbering', 'numbering', parts.numbering)
  part('styles', 'styles', parts.styles)
  for (const [name, text] of Object.entries(parts.more ?? {})) zip.file(name, text)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A paragraph of plain words. @param properties what stands in its `w:pPr` */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A table from the XML of its cells. */
export const tbl = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map(r => `<w:tr>${r.join('')}</w:tr>`).join('')}</w:tbl>`

/** A cell. @param properties what stands in its `w:tcPr` */
export const tc = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`

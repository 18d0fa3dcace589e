import type { IPropertiesOptions } from 'docx'

const INK = '0B0C0C'
const FONT = 'Arial'

/** Twelve-point Arial, room between paragraphs, headings that stand out by size and weight rather than by colour. */
export function styles(language: string): NonNullable<IPropertiesOptions['styles']> {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: FONT, size: 24, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 120 } },
      },
      title: {
        run: { font: FONT, size: 36, bold: true, color: INK },
        paragraph: { spacing: { before: 240, after: 240 } },
      },
      heading1: heading(28, 320),
      heading2: heading(24, 240),
    },
    paragraphStyles: [
      { id: 'Body', name: 'Body', basedOn: 'Normal', paragraph: { spacing: { before: 80, after: 120 } } },
      {
        id: 'Numbered',
        name: 'Numbered',
        basedOn: 'Normal',
        // Room above, so that what follows a table needs no empty line between.
        paragraph: { spacing: { before: 80, after: 120 }, indent: { left: 720, hanging: 720 } },
      },
      {
        id: 'TableText',
        name: 'Table text',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { after: 40 } },
      },
      {
        id: 'DenseText',
        name: 'Dense text',
        basedOn: 'Normal',
        run: { size: 16 },
        paragraph: { spacing: { after: 0 } },
      },
      {
        id: 'ListBullet',
        name: 'List Bullet',
        basedOn: 'Normal',
        paragraph: { spacing: { after: 60 }, indent: { left: 720, hanging: 360 } },
      },
      {
        id: 'Address',
        name: 'Address',
        basedOn: 'Normal',
        paragraph: { spacing: { before: 120, after: 240 } },
      },
      {
        id: 'AddressRight',
        name: 'Address on the right',
        basedOn: 'Normal',
        paragraph: { spacing: { after: 240 }, alignment: 'right' },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { bold: true, size: 22 },
        paragraph: { spacing: { before: 200, after: 80 } },
      },
    ],
  }
}

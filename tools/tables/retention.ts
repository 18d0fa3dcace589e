import { fileSorts, retentionRows } from '../../src/domain/rights/retention-table.ts'
import { code, drawn, table } from './markdown.ts'

const inForce = (from: string | null, until: string | null): string =>
  [from && `from ${from}`, until && `before ${until}`].filter(Boolean).join(', ') || 'always'

/** How long each sort of file is kept. */
export const drawRetention = (): string =>
  drawn(
    'How long files are kept',
    'src/domain/rights/retention-table.ts',
    table(
      ['Rule', 'Sort of file', 'Kept', 'In force for what happened', 'Source', 'How sure'],
      retentionRows.map(r => [
        code(r.code),
        fileSorts[r.sort],
        `${r.title}${r.notHere ? '. No such file is kept here yet' : ''}`,
        inForce(r.inForce, r.until),
        r.source,
        r.standing,
      ]),
    ),
  )

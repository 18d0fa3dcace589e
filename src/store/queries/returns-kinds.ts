import type { Day } from '../../domain/kernel/day.ts'
import type { Checked, Setting } from '../../domain/returns/live/checked.ts'
import { type Child903, checkChildren903, child903 } from '../../domain/returns/live/live-903.ts'
import { type ChildCin, censusOf, checkChildrenCin, childCin } from '../../domain/returns/live/live-cin.ts'
import { fileName } from '../../domain/returns/ssda903/table-files.ts'
import { csvLines, tablesIn } from '../../domain/returns/ssda903/write/csv.ts'
import { yearDays } from '../../domain/returns/ssda903/write/written.ts'
import { xmlOf } from '../../domain/returns/ssda903/write/xml.ts'
import type { Db } from '../connection.ts'
import { childrenInCensus } from '../returns/write/cin.ts'
import { childrenWith, type Listed, type ReturnFile } from './return-files.ts'
import type { Surroundings } from './returns-beside.ts'
import type { LiveFile } from './returns-live.ts'

/** How one return is written from the record, a child at a time. */
export interface Kind<Part> {
  /** Whose files are read. */
  readonly listed: (db: Db, setting: Setting) => Promise<readonly Listed[]>
  /** The day up to which it is written: with another, every child's part is another. */
  readonly until: (setting: Setting) => Day
  readonly part: (file: ReturnFile, setting: Setting, around: Surroundings) => Part | undefined
  readonly check: (
    parts: readonly Part[],
    setting: Setting,
    around: Surroundings,
  ) => { readonly checked: Checked; readonly files: readonly LiveFile[] }
}

/** Who was ever in care may be a care leaver of the year. */
const EVER = '1900-01-01' as Day
const XML = 'application/xml; charset=utf-8'

export const kind903: Kind<Child903> = {
  listed: (db, { year, today }) => childrenWith(db, ['looked-after'], EVER, yearDays(year, today).end),
  until: ({ year, today }) => yearDays(year, today).end,
  part: (file, setting, { beside }) => child903(file, setting, beside),
  check: (parts, setting, { beside }) => {
    const checked = checkChildren903(parts, setting, beside.authority)
    return {
      checked,
      files: [
        ...tablesIn(checked.now).map(table => ({
          name: fileName(table),
          type: 'text/csv; charset=utf-8',
          text: () => csvLines(table, checked.now),
        })),
        { name: 'ssda903.xml', type: XML, text: () => xmlOf(checked.now) },
      ],
    }
  },
}

export const kindCin: Kind<ChildCin> = {
  listed: (db, { year, today }) => {
    const { start, end } = yearDays(year, today)
    return childrenInCensus(db, start, end)
  },
  until: ({ year, today }) => yearDays(year, today).end,
  part: ({ code, file }, setting) => childCin(code, file, setting),
  check: (parts, setting, { beside }) => {
    // Until somebody has said which number the authority has, the rules of the header say so.
    const sender = (written: string) => ({ authority: beside.authority ?? '', release: '1', written })
    return {
      checked: checkChildrenCin(parts, setting, sender(`${setting.today}T12:00:00Z`)),
      files: [{ name: 'cin.xml', type: XML, text: now => censusOf(parts, setting.year, sender(now)) }],
    }
  },
}

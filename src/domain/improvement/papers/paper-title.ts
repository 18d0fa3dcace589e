import { monthName } from '../../kernel/day.ts'
import { paperKinds } from '../paper-kinds.ts'
import type { PaperFile } from './paper-file.ts'

/** What a paper is called in lists: as it was made final, or by its kind and month until then. */
export const paperTitle = (file: Pick<PaperFile, 'kind' | 'meeting' | 'finals' | 'state'>): string =>
  (file.state === 'final' ? file.finals.at(-1)?.title : undefined) ??
  `${paperKinds[file.kind].title}, ${monthName(file.meeting)}`

import { limits } from '../../src/domain/workload/limits.ts'
import { weightWords } from '../../src/domain/workload/weigh.ts'
import { family, weights } from '../../src/domain/workload/weights.ts'
import { code, drawn, table } from './markdown.ts'

const counts = {
  is: 'the heaviest that fits',
  adds: 'added',
  share: 'of what the child would weigh alone',
} as const

export const drawWorkload = (): string =>
  drawn(
    'Workload',
    'src/domain/workload/',
    '## What a child weighs\n\nBy this a worker’s load is counted, and whoever allocates is warned. 1 is a child in need whom the worker knows.',
    table(
      ['Row', 'Where', 'Weight', 'Counts', 'Source', 'Standing'],
      [...weights, family].map(w => [
        code(w.code),
        w.title,
        weightWords(w.weight),
        counts[w.how],
        w.source,
        w.standing,
      ]),
    ),
    '## Limits',
    table(
      ['Row', 'What', 'Value', 'Source', 'Standing'],
      Object.values(limits).map(l => [code(l.code), l.title, String(l.value), l.source, l.standing]),
    ),
  )

import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, longest first: begun last, one of two workers would stand idle while the other has it. */
const LONG = [
  'journeys/every-page',
  'journeys/every-form',
  'journeys/pages',
  'journeys/drafts',
  'features/matrix',
  'features/tampered',
  'copy/copy.server',
  'beside/rebuild-beside.server',
  'indicators/readers',
]

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex(name => moduleId.includes(`${name}.test.`))
  return at < 0 ? LONG.length : at
}

/** The order of test files: those that are known to be long come first, the others as they would. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

import { settings } from '../../src/config-settings.ts'
import { code, drawn, table } from './markdown.ts'

/** Every setting of the environment. */
export const drawSettings = (): string =>
  drawn(
    'Settings',
    'src/config-settings.ts',
    'All come from the environment. Every fault in them is told at once, with exit code 2; so is a name that begins with `GOLDEN_THREAD_` and is none of these.',
    ...settings.flatMap(part => [
      `## ${part.title}`,
      table(
        ['Setting', 'Meaning', 'Where not set'],
        part.settings.map(s => [code(s.name), s.means, s.otherwise]),
      ),
    ]),
  )

import { recordTypes } from '../../src/domain/records/registry.ts'
import { type SpellKindCode, spellKinds } from '../../src/domain/records/spell.ts'
import { series } from '../../src/domain/timescales/table.ts'
import { code, codes, drawn, table } from './markdown.ts'
import { variants } from './variants.ts'

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)]

function row(kind: SpellKindCode): readonly string[] {
  const declared: { readonly title: string; readonly within?: string } = spellKinds[kind]
  const changes = recordTypes.flatMap(t =>
    variants(t).flatMap(a => t.spells(a).map(change => ({ type: t.code, change }))),
  )
  const opening = changes.filter(({ change }) => 'opens' in change && change.opens === kind)
  const closing = changes.filter(({ change }) => 'closes' in change && change.closes === kind)
  const both = [...opening, ...closing]
  return [
    code(kind),
    declared.title,
    declared.within ? code(declared.within) : '',
    codes(unique(opening.map(c => c.type))),
    codes(unique(closing.map(c => c.type))),
    codes(unique(both.flatMap(c => c.change.key ?? []))),
    codes(unique(both.flatMap(c => Object.keys(c.change.facts ?? {})))),
    codes(series.filter(s => s.during === kind).map(s => s.code)),
  ]
}

export const drawSpells = (): string =>
  drawn(
    'Spells',
    'src/domain/records/spell.ts',
    'What lasts. A new spell of a kind and key ends the open one. A spell within another ends with it.',
    table(
      ['Kind', 'Title', 'Within', 'Opened by', 'Closed by', 'Keys', 'Facts', 'Clocks run during it'],
      (Object.keys(spellKinds) as SpellKindCode[]).map(row),
    ),
  )

import type { Cells } from '../../check/column.ts'
import { rowsOf } from '../../ssda903/rules/cells.ts'
import { isPupilNumber } from '../../ssda903/rules/upn.ts'
import type { Census } from './data.ts'
import { checkLetter, figures, isAuthority, worth } from './pupil-number.ts'
import { rule } from './rule.ts'

const base = { from: 2022, needs: ['ChildIdentifiers'], fields: ['UPN'] } as const

/** The rows whose number is there and is not as it should be. */
const filled = (cells: Cells, isWrong: (upn: string) => boolean): readonly number[] =>
  rowsOf(cells, upn => upn !== null && isWrong(upn))

/** The newest authority's figures in each version: Cumberland (942) and Westmorland and Furness (943) began in 2023. */
const NEWEST = { before2023: 941, since2023: 943 }

const strangeAuthority = (until: number) => ({
  needs: base.needs,
  fields: base.fields,
  says: 'The second to fourth characters of the unique pupil number are not the figures of an authority.',
  todo: 'Ask the school for the number. It may have been typed wrongly.',
  find: (r: Census) => ({
    ChildIdentifiers: filled(
      r.tables.ChildIdentifiers.text('UPN'),
      // A number that ends before it has told of an authority is reported by 1540.
      upn => upn.length >= 4 && !isAuthority(figures(upn, 1, 4), until),
    ),
  }),
})

/** The unique pupil number, character by character. */
export const upnRules = [
  rule('1510', {
    ...base,
    says: 'The first letter of the unique pupil number does not fit the rest of it.',
    todo: 'Ask the school for the number: a figure or the letter was typed wrongly.',
    find: r => ({
      ChildIdentifiers: filled(r.tables.ChildIdentifiers.text('UPN'), upn => checkLetter(upn) !== upn[0]),
    }),
  }),
  rule('1520', {
    ...base,
    says: 'Two children or more have this unique pupil number.',
    todo: 'Find out whose it is. If both are the same child, join the two records.',
    find: r => {
      const upns = r.tables.ChildIdentifiers.text('UPN')
      const [once, twice] = [new Set<string>(), new Set<string>()]
      for (const upn of upns)
        if (upn !== null) {
          if (once.has(upn)) twice.add(upn)
          else once.add(upn)
        }
      return { ChildIdentifiers: twice.size === 0 ? [] : filled(upns, upn => twice.has(upn)) }
    },
  }),
  rule('1530', { ...strangeAuthority(NEWEST.before2023), from: 2022, to: 2022 }),
  rule('1530', { ...strangeAuthority(NEWEST.since2023), from: 2023 }),
  rule('1540', {
    ...base,
    says: 'The fifth to twelfth characters of the unique pupil number are not all figures.',
    todo: 'Ask the school for the number. After the authority’s three figures come eight more.',
    find: r => ({
      ChildIdentifiers: filled(r.tables.ChildIdentifiers.text('UPN'), upn =>
        Number.isNaN(figures(upn, 4, 12)),
      ),
    }),
  }),
  rule('1550', {
    ...base,
    says: 'The unique pupil number does not end, at its thirteenth character, with a figure or a letter other than I, O and S.',
    todo: 'Ask the school for the number. It has thirteen characters.',
    find: r => ({
      ChildIdentifiers: filled(
        r.tables.ChildIdentifiers.text('UPN'),
        upn => upn.length !== 13 || Number.isNaN(worth(upn, 12)),
      ),
    }),
  }),
  rule('1560Q', {
    ...base,
    fields: ['FormerUPN'],
    says: 'The former unique pupil number is not written as such a number is.',
    todo: 'Write a letter, eleven figures, and a figure or a letter (never I, O or S). Or say why it can’t be had.',
    find: r => ({
      ChildIdentifiers: filled(r.tables.ChildIdentifiers.text('FormerUPN'), upn => !isPupilNumber(upn)),
    }),
  }),
]

import { rowsOf } from '../../ssda903/rules/cells.ts'
import { rule } from './rule.ts'

const base = { needs: ['ChildIdentifiers'], fields: ['LAchildID'] } as const
const LONGEST = 20

/** The authority's own number of the child, under which all else stands. */
export const childIdRules = [
  rule('8500', {
    ...base,
    from: 2022,
    says: 'The child has no child ID.',
    todo: 'Write the number by which your authority knows the child.',
    find: r => ({ ChildIdentifiers: rowsOf(r.tables.ChildIdentifiers.text('LAchildID'), id => id === null) }),
  }),
  rule('8510', {
    ...base,
    from: 2022,
    says: 'This child ID stands in the return more than once.',
    todo: 'Return each child once, with all of the year’s cases. If these are two children, give each an ID of their own.',
    find: r => {
      const groups = r.by('ChildIdentifiers', 'LAchildID')
      return {
        ChildIdentifiers: rowsOf(r.tables.ChildIdentifiers.text('LAchildID'), id => groups.of(id).length > 1),
      }
    },
  }),
  rule('8590', {
    ...base,
    from: 2022,
    needs: ['ChildIdentifiers', 'CINdetails'],
    says: 'The child has no case in this return.',
    todo: 'Add the case that was open in the year, or leave the child out.',
    find: r => {
      const cases = r.by('CINdetails', 'LAchildID')
      return {
        ChildIdentifiers: rowsOf(
          r.tables.ChildIdentifiers.text('LAchildID'),
          id => id !== null && cases.of(id).length === 0,
        ),
      }
    },
  }),
  rule('1570', {
    ...base,
    from: 2024,
    says: `The child ID has more than ${LONGEST} characters.`,
    todo: `Use an ID of at most ${LONGEST} letters and figures.`,
    find: r => ({
      ChildIdentifiers: rowsOf(
        r.tables.ChildIdentifiers.text('LAchildID'),
        id => id !== null && id.length > LONGEST,
      ),
    }),
  }),
  rule('1580', {
    ...base,
    from: 2024,
    says: 'The child ID holds something that is neither a letter nor a figure.',
    todo: 'Use letters A to Z and figures only: no blanks, dashes or strokes.',
    find: r => ({
      ChildIdentifiers: rowsOf(
        r.tables.ChildIdentifiers.text('LAchildID'),
        id => id !== null && !/^[A-Za-z\d]+$/.test(id),
      ),
    }),
  }),
]

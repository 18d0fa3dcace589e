import type { Day } from '../../domain/kernel/day.ts'
import { readTyped } from '../../domain/matching/asked.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import type { Typed } from '../../domain/records/parse.ts'

const isName = (word: string): boolean => !/\d/.test(word)

/**
 * What was searched for, as the beginning of a new file: the names, the last of them the family name unless a comma says
 * otherwise, and the date of birth or NHS number with them. Nothing where it was not a name.
 */
export function begun(asked: string, today: Day): Typed {
  const { born, number, postcode } = readTyped(asked, Number(today.slice(0, 4)))
  if (asked === '' || postcode !== null) return {}
  const [before = '', after] = asked.slice(0, 200).split(',')
  const words = (text: string) => text.split(/\s+/).filter(w => w !== '')
  const [first, second] = [words(before), words(after ?? '')]
  const figures = [...first, ...second].filter(w => !isName(w))
  // A month in words would be taken for a name, and so would a street.
  if (born !== null && figures.length > 1) return { born: formDay(born) }
  if (born === null && number === null && figures.length > 0) return {}
  const names = first.filter(isName)
  const [givenName, familyName] =
    second.length > 0
      ? [second.filter(isName), names]
      : names.length > 1
        ? [names.slice(0, -1), names.slice(-1)]
        : [[], names]
  return {
    givenName: givenName.join(' '),
    familyName: familyName.join(' '),
    ...(born ? { born: formDay(born) } : {}),
    ...(number && /^\d{10}$/.test(number) ? { nhsNumber: number } : {}),
  }
}

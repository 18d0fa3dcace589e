import { bankHolidays } from '../../../domain/kernel/calendar.ts'

const [FIRST, LAST] = [2005, 2045]
const holidays = Array.from({ length: LAST - FIRST + 1 }, (_, i) => bankHolidays(FIRST + i)).flat()

/** The day that is some working days after another, by the working calendar of England. Weekends and bank holidays do not count. */
export const workingDaysAfter = (day: string, n: number): string =>
  `(select w.d from (select g::date as d, row_number() over (order by g) as n
    from generate_series(${day} + 1, ${day} + ${n * 2 + 15}, interval '1 day') g
    where extract(isodow from g) < 6 and g::date <> all ('{${holidays.join(',')}}'::date[])) w where w.n = ${n})`

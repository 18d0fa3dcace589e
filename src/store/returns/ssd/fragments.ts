import type { Codes } from '../../../domain/returns/daily/shape.ts'

/** How one object of the dataset is read from our tables: whence its rows come, and an expression for each field. */
export interface View {
  readonly rows: string
  readonly fields: Readonly<Record<string, string>>
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const listed = (words: readonly string[]): string => words.map(quoted).join(', ')

/** Children’s entries of some types, as `h`, each with its child, as `p`; of files joined to another, within that. */
export const entriesOf = (types: readonly string[], joins = ''): string =>
  `from happening h join person p on p.subject = h.subject and p.merged is null ${joins}
  where not h.withdrawn and h.type in (${listed(types)})`

/** Children’s spells of a kind, as `s`, each with its child, as `p`. */
export const spellsOf = (kind: string, joins = ''): string =>
  `from spell s join person p on p.subject = s.subject and p.merged is null ${joins} where s.kind = ${quoted(kind)}`

/** An answer of an entry, blank where it was not answered. */
export const answer = (name: string, alias = 'h'): string => `nullif(${alias}.answers ->> '${name}', '')`
export const fact = (name: string, alias = 's'): string => `nullif(${alias}.facts ->> '${name}', '')`

/** Y or N; blank where the condition can’t be told. */
export const yesNo = (condition: string): string =>
  `case when ${condition} then 'Y' when not (${condition}) then 'N' end`

/** Y where it is so, and N where it is not or can’t be told: for flags that the dataset wants always. */
export const flag = (condition: string): string => `case when ${condition} then 'Y' else 'N' end`
export const among = (expression: string, ...codes: readonly string[]): string =>
  flag(`${expression} in (${listed(codes)})`)

/** A code in the words of its code set; as it is where the set has it not. */
export const inWords = (expression: string, codes: Codes): string =>
  `case ${expression} ${Object.entries(codes)
    .map(([code, words]) => `when ${quoted(code)} then ${quoted(words)}`)
    .join(' ')} else ${expression} end`

/** A JSON object with all the keys that the dataset has, in order; blank texts for those that nobody fills. */
export const json = (keys: readonly string[], filled: Readonly<Record<string, string>> = {}): string =>
  `json_build_object(${keys.map(k => `${quoted(k)}, coalesce((${filled[k] ?? "''"})::text, '')`).join(', ')})::text`

/** The spell of a kind in which a day of a child lies, by the id of the entry that opened it. */
const spellOn = (kind: string, day: string, subject: string): string =>
  `(select c.opened_by::text from spell c where c.kind = ${quoted(kind)} and c.subject = ${subject}
    and c.starts <= ${day} and (c.ends is null or c.ends >= ${day}) order by c.starts desc limit 1)`
export const careOn = (day: string, subject = 'p.subject'): string => spellOn('looked-after', day, subject)
export const planOn = (day: string, subject = 'p.subject'): string => spellOn('protection-plan', day, subject)

/** The case or referral in which a day of a child lies, by its number in `ssd_cin_episodes`. */
export const referralOn = (day: string, subject = 'p.subject'): string =>
  `(select coalesce(r.opened_by, n.opened_by)::text from spell n
    left join spell r on r.kind = 'referral' and r.subject = n.subject and r.closed_by = n.opened_by
    where n.kind = 'in-need' and n.subject = ${subject} and n.starts <= ${day}
    and (n.ends is null or n.ends >= ${day}) order by n.starts desc limit 1)`

const allocated = (what: string, day: string): string =>
  `(select ${what} from spell a left join subject w on w.id::text = a.facts ->> 'worker'
    where a.kind = 'allocation' and a.key = 'worker' and a.subject = p.subject and a.starts <= ${day}
    and (a.ends is null or a.ends > ${day}) order by a.starts desc limit 1)`
/** Who held a child’s case on a day. */
export const workerOn = (day: string): string => allocated('w.code', day)
export const teamOn = (day: string): string => allocated("nullif(a.facts ->> 'team', '')", day)

/** A member of staff by the number of the dataset, and their team now. */
export const staffCode = (id: string): string => `(select w.code from subject w where w.id = ${id})`
export const staffTeam = (id: string): string => `(select t.team from staff t where t.subject = ${id})`

/** The postcode in an address, without its space. */
export const postcode = (address: string): string =>
  `upper(regexp_replace(substring(${address} from '(?i).*\\m([A-Z]{1,2}\\d[A-Z\\d]?\\s*\\d[A-Z]{2})\\M'), '\\s', '', 'g'))`

/** The entry that opened a spell `s`, as `o`; and the one that closed it, as `x`. */
export const OPENER = 'left join happening o on o.entry = s.opened_by'
export const CLOSER = 'left join happening x on x.entry = s.closed_by'

/** The last word of a child on something, as `d`: the latest entry of a type. */
export const latest = (type: string, alias = 'd'): string =>
  `left join lateral (select l.* from happening l where l.subject = p.subject and l.type = ${quoted(type)}
    and not l.withdrawn order by l.happened desc, l.seq desc limit 1) ${alias} on true`

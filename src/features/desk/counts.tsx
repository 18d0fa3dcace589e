import { overTeams } from '../../domain/access/writes.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { waitingWords } from '../../domain/workload/waiting.ts'
import type { Tally } from '../../store/queries/desk.ts'
import { type Desk, type DeskList, deskLists } from '../../store/queries/desk-lists.ts'
import type { UnallocatedList } from '../../store/queries/unallocated.ts'
import { deskLink } from './scope.ts'
import { waited } from './waited.ts'

interface Count {
  readonly n: number
  readonly what: string
  readonly more: string
  readonly href: string
}

const oldest = (t: Tally, d: Desk): string => (t.oldest ? `oldest ${waited(t.oldest, d.today)}` : '')
const more: Readonly<Record<Exclude<DeskList, 'children'>, (t: Tally, d: Desk) => string>> = {
  referrals: oldest,
  unsigned: (t, d) =>
    [
      oldest(t, d),
      t.reasons > 0 ? `${t.reasons} changed after you sent ${t.reasons === 1 ? 'it' : 'them'} back` : '',
    ]
      .filter(Boolean)
      .join(', '),
  left: oldest,
  'sent-back': oldest,
  late: t =>
    t.n === 0
      ? ''
      : t.reasons === t.n
        ? 'each with a reason'
        : t.reasons === 0
          ? 'none with a reason'
          : `${t.n - t.reasons} without a reason`,
  drift: (_t, d) => `for ${d.drift} days or more`,
}

interface CountsProps {
  readonly d: Desk
  readonly tallies: Readonly<Record<DeskList, Tally>>
  /** Children without a worker, the longest waiting among them. */
  readonly nobody: UnallocatedList
  /** Contacts at the front door, for who may decide them. */
  readonly contacts: { readonly n: number; readonly oldest: Tally['oldest'] } | null
  /** What audits asked for, past its day. */
  readonly audits: { readonly n: number; readonly oldest: Day | null }
}

/** What waits, in numbers, each of which opens. What is nought is said, quietly. */
export function Counts({ d, tallies, nobody, contacts, audits }: CountsProps) {
  const longest = nobody.children[0]
  const without: Count = {
    n: nobody.total,
    what: 'Nobody is allocated',
    more: longest ? `longest ${waitingWords(longest, d.now, d.today)}` : '',
    href: '/allocate',
  }
  const of = (list: Exclude<DeskList, 'children'>): Count => ({
    n: tallies[list].n,
    what: deskLists[list],
    more: tallies[list].n === 0 ? '' : more[list](tallies[list], d),
    href: deskLink(d, `/desk/${list}`),
  })
  const door: readonly Count[] = contacts
    ? [
        {
          n: contacts.n,
          what: 'Contacts at the front door',
          more: contacts.oldest ? `oldest ${waited(contacts.oldest, d.today)}` : '',
          href: '/front-door',
        },
      ]
    : []
  const asked: Count = {
    n: audits.n,
    what: 'Actions of audits overdue',
    more: audits.oldest ? `oldest due ${longDay(audits.oldest)}` : '',
    href: `/audits/actions?${new URLSearchParams({ late: 'yes', ...(d.team ? { team: d.team } : {}) })}`,
  }
  const counts = [
    ...door,
    of('referrals'),
    of('unsigned'),
    ...(overTeams(d.viewer.role) ? [of('left')] : []),
    without,
    of('late'),
    of('drift'),
    of('sent-back'),
    asked,
  ]
  return (
    <ul class="gt-desk">
      {counts.map(c => (
        <li class={c.n === 0 ? 'gt-desk__item gt-desk__item--none' : 'gt-desk__item'}>
          <a class="govuk-link govuk-link--no-visited-state gt-desk__link" href={c.href}>
            <span class="gt-desk__n">{c.n}</span> <span class="gt-desk__what">{c.what}</span>
          </a>
          {c.more && <span class="gt-quiet gt-desk__more">{c.more}</span>}
        </li>
      ))}
    </ul>
  )
}

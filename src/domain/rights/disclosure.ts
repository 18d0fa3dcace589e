import { type Paper, type PaperBlock, say } from '../improvement/paper.ts'
import { type Day, type Instant, longDay } from '../kernel/day.ts'
import { londonDay, londonTime, momentWords } from '../kernel/london.ts'
import { type RedactionReason, redactionReasons } from '../records/types/access-request.ts'
import type { Item } from './passages.ts'
import { outText } from './redact.ts'
import { type AccessRequest, cutsOf } from './request.ts'

/** A line of the log of who looked, where it was asked for too. */
export interface Looked {
  readonly at: Instant
  readonly name: string
  readonly role: string
  readonly page: string
  readonly allowed: boolean
}

interface Given {
  readonly id: string
  readonly title: string
  readonly happened: Day
  readonly recorded: Instant
  readonly author: string
  readonly answers: readonly { readonly label: string; readonly text: string }[]
  readonly documents: readonly {
    readonly name: string
    readonly hash: string | null
    readonly keptBack: string | null
  }[]
}

/** What goes out: words already taken out of it, so that nothing drawn from it can hold them. */
export interface Disclosure {
  readonly request: string
  readonly made: Day
  readonly council: string
  readonly items: readonly Given[]
  readonly looks: readonly Looked[] | null
  /** How often words were taken out or documents kept back, by reason. */
  readonly taken: readonly { readonly reason: string; readonly times: number }[]
}

const isReason = (code: string): code is RedactionReason => Object.hasOwn(redactionReasons, code)
export const reasonWords = (code: string): string =>
  (isReason(code) ? redactionReasons[code] : 'For a reason of law').toLowerCase()

interface Parts {
  readonly request: AccessRequest
  readonly items: readonly Item[]
  readonly looks: readonly Looked[] | null
  readonly council: string
  readonly today: Day
}

const NOT_CHOSEN = 'not yet decided'

/** What a request gives, with everything taken out that was marked; a document that nobody chose is kept back. */
export function disclosureOf({ request, items, looks, council, today }: Parts): Disclosure {
  const count = new Map<string, number>()
  const add = (reason: string) => count.set(reason, (count.get(reason) ?? 0) + 1)
  for (const r of request.redactions) if (r.lifted === null) add(reasonWords(r.reason))
  const given = items.map(
    (item): Given => ({
      id: item.entry.id,
      title: item.title,
      happened: item.entry.happened,
      recorded: item.entry.recorded,
      author: item.author,
      answers: item.passages.map(p => ({
        label: p.label,
        text: outText(p.text, cutsOf(request, p), reasonWords),
      })),
      documents: item.documents.map((d, i) => {
        const chosen = request.documents.get(d.hash)
        if (chosen === null) return { name: d.name, hash: d.hash, keptBack: null }
        const why = chosen === undefined ? NOT_CHOSEN : reasonWords(chosen)
        add(why)
        // The name of what is kept back may say what it says.
        return { name: `Document ${i + 1}`, hash: null, keptBack: why }
      }),
    }),
  )
  return {
    request: request.code,
    made: today,
    council,
    items: given,
    looks,
    taken: [...count].map(([reason, times]) => ({ reason, times })),
  }
}

function itemBlocks(i: Given): readonly PaperBlock[] {
  const documents = i.documents.map(d => ({
    label: 'Document',
    text: [say(d.keptBack === null ? `${d.name}, given with this` : `Kept back: ${d.keptBack}`)],
  }))
  const rows = [...i.answers.map(a => ({ label: a.label, text: [say(a.text)] })), ...documents]
  const when = `Written down by ${i.author} on ${longDay(londonDay(i.recorded))} at ${londonTime(i.recorded)}.`
  return [
    { kind: 'heading', level: 2, text: `${longDay(i.happened)}: ${i.title}` },
    { kind: 'paragraph', sentences: [say(when)] },
    ...(rows.length > 0 ? [{ kind: 'details' as const, rows }] : []),
  ]
}

const looksBlocks = (looks: readonly Looked[]): readonly PaperBlock[] => [
  { kind: 'heading', level: 1, text: 'Who has looked at your file' },
  {
    kind: 'table',
    caption: 'Who looked, when, and at what',
    head: ['When', 'Who', 'At what'],
    rows: looks.map(l => [
      [say(momentWords(l.at))],
      [say(`${l.name}, ${l.role}`)],
      [say(l.allowed ? l.page : `${l.page} (refused)`)],
    ]),
  },
]

/** The file as a document to be read: Word and PDF are drawn from it. */
export function paperOf(d: Disclosure): Paper {
  const taken: readonly PaperBlock[] =
    d.taken.length === 0
      ? [{ kind: 'paragraph', sentences: [say('Nothing was taken out.')] }]
      : [
          {
            kind: 'paragraph',
            sentences: [say('Where words were taken out, square brackets say why. This was done:')],
          },
          {
            kind: 'list',
            items: d.taken.map(t => [say(`${t.times === 1 ? '1 time' : `${t.times} times`}: ${t.reason}`)]),
          },
        ]
  return {
    title: 'What is held about you',
    body: d.council,
    meeting: d.made,
    asAt: d.made,
    language: 'en-GB',
    parts: [
      {
        orientation: 'portrait',
        blocks: [
          {
            kind: 'paragraph',
            sentences: [
              say(
                `You asked for this file (our reference ${d.request}). It holds ${d.items.length} entries, in the order in which they were written down.`,
              ),
              say(
                'If you think that something is wrong or missing, tell us. You may also complain to the Information Commissioner.',
              ),
            ],
          },
          { kind: 'heading', level: 1, text: 'What was taken out' },
          ...taken,
          { kind: 'heading', level: 1, text: 'Your file' },
          ...d.items.flatMap(itemBlocks),
          ...(d.looks ? looksBlocks(d.looks) : []),
        ],
      },
    ],
  }
}

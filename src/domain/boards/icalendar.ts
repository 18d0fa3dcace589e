import type { Instant } from '../kernel/day.ts'
import { instantAt } from '../kernel/london.ts'
import type { Board, Meeting } from './board.ts'

/** Text of a property: backslash, semicolon, comma and line break are written as RFC 5545 §3.3.11 says. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, c => `\\${c}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // No other sign without a shape may stand in a calendar.
    .replace(/\p{Cc}/gu, ' ')

const MOST = 75
const bytes = (text: string): number => new TextEncoder().encode(text).length

/** A line of at most 75 bytes, and the rest on lines that begin with a blank (§3.1). No letter is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let now = ''
  for (const letter of line) {
    if (bytes(now) + bytes(letter) > MOST) {
      lines.push(now)
      now = ' '
    }
    now += letter
  }
  return [...lines, now].join('\r\n')
}

/** "20261025T093000Z": meetings are given in universal time, so that no reader has to know when our clocks change. */
const stamp = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`

const HOUR = 3_600_000

function endOf(m: Meeting): Instant {
  if (m.ends) return instantAt(m.on, m.ends)
  return new Date(Date.parse(instantAt(m.on, m.starts)) + 2 * HOUR).toISOString() as Instant
}

function eventOf(board: Board, m: Meeting, now: Instant): readonly string[] {
  const agenda = m.items.map((i, n) => `${n + 1}. ${i.title}`).join('\n')
  const moved = m.moved.map(x => `Moved from ${x.from}: ${x.why}`).join('\n')
  const said = [m.cancelled ? `Cancelled: ${m.cancelled}` : '', moved, agenda].filter(t => t !== '')
  return [
    'BEGIN:VEVENT',
    `UID:${m.id}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(instantAt(m.on, m.starts))}`,
    `DTEND:${stamp(endOf(m))}`,
    // A calendar that has the meeting already takes this one for newer.
    `SEQUENCE:${m.moved.length + (m.cancelled ? 1 : 0)}`,
    `STATUS:${m.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(board.name)}`,
    `LOCATION:${escaped(m.place)}`,
    ...(said.length > 0 ? [`DESCRIPTION:${escaped(said.join('\n'))}`] : []),
    'END:VEVENT',
  ]
}

/**
 * The meetings of boards as a calendar file (RFC 5545). A meeting without an end is given two hours.
 * @param now when the file is made
 */
export const calendarOf = (boards: readonly Board[], name: string, now: Instant): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Golden Thread//Boards//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Europe/London',
    ...boards.flatMap(b => b.meetings.flatMap(m => eventOf(b, m, now))),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')

import { describe, expect, it } from 'vitest'
import { day } from '../src/domain/kernel/day.ts'
import { londonDay, londonTime } from '../src/domain/kernel/london.ts'
import { findRecordType } from '../src/domain/records/registry.ts'
import { stillAsked } from '../src/domain/timescales/timescale.ts'
import { bySubject, census, fold } from './census.ts'
import { demoStaff } from './demo-staff.ts'
import { generate } from './generate.ts'
import { demonstration } from './profiles/index.ts'
import { sound } from './sound.ts'

const today = day('2026-11-21')
const seed = generate(demonstration, today)
const files = fold(seed)
const now = census(files, today)
const then = census(files, day('2026-06-12'))
const roles = new Map(seed.staff.map(m => [m.id, m.role]))
const byId = new Map(seed.entries.map(e => [e.id, e]))

describe('the demonstration', () => {
  it('is sound, and of a size that loads quickly', () => {
    sound(seed)
    expect(seed.entries.length).toBeLessThan(90_000)
  })

  it('has the size that its inspection report tells of', () => {
    expect(then.lookedAfter).toBeGreaterThan(400)
    expect(then.plans).toBeLessThan(then.lookedAfter)
  })

  it('since the report is better at some things, the same at some, and worse at one', () => {
    const share = (yes: number, of: number) => (yes * 100) / of
    expect(share(now.healthAssessments, now.cohort)).toBeGreaterThan(
      share(then.healthAssessments, then.cohort) + 5,
    )
    expect(now.reviewsOnTime).toBeGreaterThan(then.reviewsOnTime + 4)
    expect(Math.abs(now.visitsOnTime - then.visitsOnTime)).toBeLessThan(4)
    expect(
      Math.abs(share(now.dentalChecks, now.cohort) - share(then.dentalChecks, then.cohort)),
    ).toBeLessThan(5)
    expect(now.questionnaires).toBeLessThan(then.questionnaires - 5)
  })

  it('uses no code that the returns have dropped', () => {
    const types = seed.entries.filter(e => e.type === 'placement').map(e => e.answers.type)
    expect(types.filter(t => t === 'H5' || t === 'P2')).toEqual([])
    expect(types).toContain('K3')
  })

  it('is written by people whose role may write it, and signed by another who may', () => {
    const wrong = seed.entries.filter(e => {
      const type = findRecordType(e.type)
      const role = roles.get(e.author)
      return e.source === null && type?.writtenBy && !(role && type.writtenBy.includes(role))
    })
    expect(wrong.map(e => `${e.type} by ${roles.get(e.author)}`)).toEqual([])
    const signatures = seed.entries.filter(e => e.type === 'signature')
    const unfit = signatures.filter(e => {
      const target = byId.get(e.amends ?? '')
      const role = roles.get(e.author)
      const may = target && findRecordType(target.type)?.signedBy
      return !target || target.author === e.author || !role || !may?.includes(role)
    })
    expect(unfit.map(e => `${byId.get(e.amends ?? '')?.type} by ${roles.get(e.author)}`)).toEqual([])
  })

  it('gives the social worker of the sign-in page a full caseload with something overdue', () => {
    const [worker, , reviewer] = demoStaff(seed)
    const held = (as: string, id: string | undefined) =>
      files.filter(f =>
        f.file.spells.some(
          s => s.kind === 'allocation' && s.key === as && s.to === null && s.facts.worker === id,
        ),
      )
    const own = held('worker', worker?.id)
    expect(own.length).toBeGreaterThan(10)
    expect(own.flatMap(f => f.clocks).some(k => stillAsked(k, today) && k.due < today)).toBe(true)
    const shared = new Set(held('reviewing', reviewer?.id).map(f => f.file.subject))
    expect(own.filter(f => shared.has(f.file.subject)).length).toBeGreaterThan(2)
  })
})

describe('the front door and what follows', () => {
  const entriesOf = (type: string) => seed.entries.filter(e => e.type === type)

  it('has contacts that wait, one of a child in danger, and decided ones whose references are on the children’s files', () => {
    const decided = new Set(entriesOf('contact-decided').map(e => e.subject))
    const open = entriesOf('contact-received').filter(e => !decided.has(e.subject))
    expect(open.length).toBe(8)
    expect(open.filter(e => e.answers.danger === true)).toHaveLength(1)
    const codes = new Map(seed.subjects.map(s => [s.code, s.id]))
    const referred = entriesOf('referral-received').filter(e => e.answers.reference !== undefined)
    expect(referred.length).toBeGreaterThan(20)
    const matched = new Map(
      entriesOf('contact-matched').map(e => [`${e.subject} ${String(e.answers.child)}`, e]),
    )
    for (const e of referred.filter(r => decided.has(codes.get(String(r.answers.reference)) ?? '')))
      expect(matched.has(`${codes.get(String(e.answers.reference))} ${e.subject}`)).toBe(true)
  })

  it('has assessments late and in time, unsigned, sent back and changed; and closes what it opened', () => {
    const clocks = files.flatMap(f => f.clocks)
    const single = clocks.filter(k => k.series === 'single-assessment' && k.met !== null)
    expect(single.filter(k => (k.met ?? '') > k.due).length).toBeGreaterThan(20)
    expect(single.filter(k => (k.met ?? '') <= k.due).length).toBeGreaterThan(200)
    const standing = files.flatMap(f => f.file.happenings.filter(e => e.type === 'assessment'))
    expect(standing.filter(e => e.signedBy === null).length).toBeGreaterThan(5)
    expect(entriesOf('sent-back').length).toBeGreaterThan(20)
    const needed = files.flatMap(f => f.file.spells.filter(s => s.kind === 'in-need'))
    expect(needed.filter(s => s.facts.reason !== undefined).length).toBeGreaterThan(200)
  })

  it('has a worker away and covered, newly qualified workers, and a directory of services', () => {
    expect(entriesOf('cover').length).toBeGreaterThan(0)
    expect(seed.staff.some(m => m.newlyQualified !== null)).toBe(true)
    expect(seed.subjects.filter(s => s.kind === 'service').length).toBe(12)
  })
})

describe('the untidiness of real work', () => {
  const of = (type: string) => seed.entries.filter(e => e.type === type)
  const people = files.map(f => f.file.person)

  it('has things written weeks late, written in the evening, unsigned, and reasons for lateness', () => {
    const weeks = seed.entries.filter(
      e => e.source === null && Date.parse(londonDay(e.recorded)) - Date.parse(e.happened) > 21 * 86_400_000,
    )
    expect(weeks.length).toBeGreaterThan(200)
    expect(seed.entries.filter(e => londonTime(e.recorded) > '18:30').length).toBeGreaterThan(100)
    const signed = new Set(of('signature').map(e => e.amends))
    expect(
      [...of('placement'), ...of('looked-after-review')].filter(e => !signed.has(e.id)).length,
    ).toBeGreaterThan(20)
    expect(files.flatMap(f => f.clocks).filter(k => k.lateReason !== null).length).toBeGreaterThan(100)
  })

  it('has corrections, one of them of a day, one entry withdrawn, and one visit written down twice', () => {
    const moved = of('amendment').filter(e => {
      const becomes = e.answers.becomes
      const day =
        typeof becomes === 'object' && becomes !== null && 'visitedOn' in becomes ? becomes.visitedOn : null
      return day !== null && day !== byId.get(e.amends ?? '')?.answers.visitedOn
    })
    expect(moved.length).toBeGreaterThan(10)
    expect(of('withdrawal')).toHaveLength(1)
    const twice = [...bySubject(of('statutory-visit')).values()].filter(
      own => new Set(own.map(e => e.happened)).size < own.length,
    )
    expect(twice.length).toBeGreaterThan(20)
  })

  it('has children unborn, born since, born on 29 February, renamed, twins, restricted, missing, moved, with no worker', () => {
    expect(people.filter(p => p.unborn)).toHaveLength(5)
    const born = files.filter(
      f => f.file.happenings.some(e => e.answers.unborn === true) && !f.file.person.unborn,
    )
    expect(born.length).toBeGreaterThan(3)
    expect(people.filter(p => p.born?.endsWith('-02-29')).length).toBeGreaterThan(0)
    expect(people.filter(p => p.otherNames !== null).length).toBeGreaterThan(5)
    const births = people.map(p => `${p.born} ${p.familyName} ${p.address}`)
    expect(births.length - new Set(births).size).toBeGreaterThan(2)
    const running = (kind: string) =>
      files.filter(f => f.file.spells.some(s => s.kind === kind && s.to === null))
    expect(running('restriction').length).toBeGreaterThan(1)
    expect(running('missing').length).toBeGreaterThan(0)
    expect(of('protection-plan-ended').filter(e => e.answers.reason === 'moved').length).toBeGreaterThan(2)
    expect(now.unallocated).toBeGreaterThan(0)
    expect(of('missing-episode').length).toBeGreaterThan(of('returned').length)
  })

  it('never links the new file of an adopted child to the old one', () => {
    const old = files.filter(f =>
      f.file.spells.some(s => s.facts.ceased === 'E11' || s.facts.ceased === 'E12'),
    )
    const linked = new Set(of('relationship').map(e => e.answers.child))
    const later = files.filter(
      f =>
        f.file.spells.every(s => ['referral', 'early-help', 'without-worker'].includes(s.kind)) &&
        old.some(o => o.file.person.born === f.file.person.born && o.file.person.sex === f.file.person.sex) &&
        !linked.has(f.file.subject) &&
        f.file.happenings.some(e => e.type === 'relationship' && e.answers.kind === 'parent'),
    )
    expect(later).toHaveLength(1)
    const text = JSON.stringify(seed.entries.filter(e => e.subject === later[0]?.file.subject))
    expect(old.filter(o => text.includes(o.file.subject))).toEqual([])
  })
})

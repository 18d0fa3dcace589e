import type { Role, Viewer } from '../../src/domain/access/roles.ts'
import { day } from '../../src/domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../../src/domain/records/entry.ts'
import { newId } from '../../src/store/ids.ts'
import { given, HERE } from './given.ts'

const someone = (name: string, role: Role, team: string | null): Viewer => ({
  id: newId(HERE),
  name,
  role,
  team,
})

/** Invented staff: one of each role, and another team beside. */
export const cast = {
  worker: someone('Amy Thistle', 'social-worker', 'Oak'),
  colleague: someone('Bo Larch', 'social-worker', 'Oak'),
  stranger: someone('Cy Marsh', 'social-worker', 'Elm'),
  manager: someone('Di Heron', 'team-manager', 'Oak'),
  otherManager: someone('Ed Fenn', 'team-manager', 'Elm'),
  reviewer: someone('Flo Quill', 'reviewing-officer', null),
  nights: someone('Gus Moor', 'out-of-hours', null),
  auditor: someone('Kit Alder', 'auditor', null),
  analyst: someone('Hal Brook', 'performance-analyst', null),
  director: someone('Ivy Stone', 'director', null),
  member: someone('Jo Vale', 'elected-member', null),
  inspector: someone('Lou Pike', 'inspector', null),
  officer: someone('Mo Reed', 'designated-officer', null),
  administrator: someone('Nan Tarn', 'administrator', null),
} as const

const registered: ReadonlySet<Role> = new Set(['social-worker', 'team-manager', 'out-of-hours'])

export const workerSubject = (v: Viewer, i: number): NewSubject => ({
  id: v.id,
  kind: 'worker',
  code: `W${i}`,
})

export const workerEntry = (v: Viewer): NewEntry =>
  given(v.id, 'staff-details', {
    from: day('2020-01-06'),
    name: v.name,
    role: v.role,
    working: true,
    ...(v.team ? { team: v.team } : {}),
    ...(registered.has(v.role) ? { registered: true, registration: 'SW00000' } : {}),
  })

/** A visit now on, which lets the inspector of the cast in: without one no inspector has a place here. */
export const visitEntries = (visit: string): readonly NewEntry[] => [
  given(visit, 'visit-planned', {
    kind: 'ilacs-short',
    notice: day('2026-03-02'),
    from: day('2026-03-09'),
    to: day('2026-03-13'),
    lead: cast.inspector.name,
  }),
  given(visit, 'inspector-admitted', {
    inspector: cast.inspector.id,
    name: cast.inspector.name,
    from: day('2026-03-02'),
    until: day('2026-12-31'),
  }),
]

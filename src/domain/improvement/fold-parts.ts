import {
  EVIDENCE_KINDS,
  EVIDENCE_QUALITIES,
  type EvidenceKind,
  type EvidenceQuality,
} from './action-parts.ts'
import type { Step } from './fold-step.ts'

const kinds = Object.keys(EVIDENCE_KINDS) as EvidenceKind[]
const qualities = Object.keys(EVIDENCE_QUALITIES) as EvidenceQuality[]

/** What the entries that stand beside an action's marks make of it: evidence, barriers, questions, decisions. */
export const partSteps: Readonly<Record<string, Step>> = {
  'action-depends': (action, entry, a) => {
    const why = a.maybeText('why')
    const on = a.text('action')
    if (on === action.id) return { fault: 'An action cannot wait for itself.' }
    return { ...action, depends: [...action.depends, { id: entry.id, action: on, ...(why ? { why } : {}) }] }
  },
  'evidence-added': (action, entry, a) => {
    const link = a.maybeText('link')
    const evidence = {
      id: entry.id,
      kind: a.choice('kind', kinds),
      what: a.text('what'),
      quality: a.choice('quality', qualities),
      why: a.text('why'),
      on: entry.happened,
      by: entry.author,
      ...(link ? { link } : {}),
      documents: a.list('documents') ?? [],
    }
    return { ...action, evidence: [...action.evidence, evidence] }
  },
  'barrier-raised': (action, entry, a) => {
    const who = a.maybeText('who')
    const { id, happened: on, author: by } = entry
    return {
      ...action,
      barriers: [...action.barriers, { id, what: a.text('what'), on, by, ...(who ? { who } : {}) }],
    }
  },
  'barrier-cleared': (action, entry, a) => {
    const id = a.text('barrier')
    const cleared = { on: entry.happened, by: entry.author, how: a.text('how') }
    if (!action.barriers.some(b => b.id === id)) return { fault: 'The action has no such barrier.' }
    return { ...action, barriers: action.barriers.map(b => (b.id === id ? { ...b, cleared } : b)) }
  },
  'challenge-asked': (action, entry, a) => {
    const board = a.maybeText('board')
    const asked = {
      id: entry.id,
      question: a.text('question'),
      askedBy: a.text('askedBy'),
      ...(board ? { board } : {}),
      on: entry.happened,
      by: entry.author,
      answers: [],
    }
    return { ...action, challenges: [...action.challenges, asked] }
  },
  'challenge-answered': (action, entry, a) => {
    const id = a.text('challenge')
    const answer = { on: entry.happened, by: entry.author, text: a.text('answer') }
    if (!action.challenges.some(c => c.id === id)) return { fault: 'Nobody asked that question here.' }
    return {
      ...action,
      challenges: action.challenges.map(c => (c.id === id ? { ...c, answers: [...c.answers, answer] } : c)),
    }
  },
  'board-decided': (action, entry, a) => {
    const { id, happened: on, author: by } = entry
    const decided = { id, board: a.text('board'), decision: a.text('decision'), on, by }
    return { ...action, decisions: [...action.decisions, decided] }
  },
}

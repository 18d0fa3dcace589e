import type { SpellKindCode } from '../../records/spell.ts'
import type { SpellPick, SpellWords } from '../condition.ts'

const words: Readonly<Record<SpellKindCode, SpellWords>> = {
  referral: {
    on: 'Referral being decided',
    off: 'No referral being decided',
    one: 'referral',
    many: 'referrals',
  },
  allocation: { on: 'Allocated', off: 'Not allocated', one: 'allocation', many: 'allocations' },
  'without-worker': {
    on: 'Without a worker',
    off: 'Not without a worker',
    one: 'time without a worker',
    many: 'times without a worker',
  },
  'protection-plan': {
    on: 'Child protection plan',
    off: 'No child protection plan',
    one: 'child protection plan',
    many: 'child protection plans',
  },
  'looked-after': {
    on: 'Looked after',
    off: 'Not looked after',
    one: 'time looked after',
    many: 'times looked after',
  },
  said: {
    on: 'Waits for an answer',
    off: 'Waits for no answer',
    one: 'time waiting for an answer',
    many: 'times waiting for an answer',
  },
  'own-file': {
    on: 'Account of a young person',
    off: 'No account of a young person',
    one: 'account of a young person',
    many: 'accounts of young people',
  },
  'placement-arranged': {
    on: 'Arranged with a carer',
    off: 'Not arranged with a carer',
    one: 'placement arranged',
    many: 'placements arranged',
  },
  placement: { on: 'Placed', off: 'Not placed', one: 'placement', many: 'placements' },
  'legal-status': {
    on: 'This legal status',
    off: 'Not this legal status',
    one: 'legal status',
    many: 'legal statuses',
  },
  'leaving-care': {
    on: 'Has a pathway plan',
    off: 'No pathway plan',
    one: 'time with a pathway plan',
    many: 'times with a pathway plan',
  },
  missing: { on: 'Missing', off: 'Not missing', one: 'missing episode', many: 'missing episodes' },
  'private-fostering': {
    on: 'Privately fostered',
    off: 'Not privately fostered',
    one: 'private fostering',
    many: 'private fosterings',
  },
  restriction: {
    on: 'File restricted',
    off: 'File not restricted',
    one: 'restriction',
    many: 'restrictions',
  },
  'in-need': {
    on: 'Open to children’s social care',
    off: 'Not open to children’s social care',
    one: 'time open to social care',
    many: 'times open to social care',
  },
  assessment: { on: 'Being assessed', off: 'Not being assessed', one: 'assessment', many: 'assessments' },
  'need-plan': {
    on: 'Child in need plan',
    off: 'No child in need plan',
    one: 'child in need plan',
    many: 'child in need plans',
  },
  enquiry: {
    on: 'In a section 47 enquiry',
    off: 'Not in a section 47 enquiry',
    one: 'section 47 enquiry',
    many: 'section 47 enquiries',
  },
  'pre-proceedings': {
    on: 'In pre-proceedings',
    off: 'Not in pre-proceedings',
    one: 'time in pre-proceedings',
    many: 'times in pre-proceedings',
  },
  'early-help': {
    on: 'In early help',
    off: 'Not in early help',
    one: 'time in early help',
    many: 'times in early help',
  },
  merged: { on: 'Joined to another file', off: 'A file of its own', one: 'joining', many: 'joinings' },
  contact: { on: 'Waiting', off: 'Not waiting', one: 'contact', many: 'contacts' },
  'contact-reply': { on: 'Waiting to hear', off: 'Told', one: 'reply', many: 'replies' },
  practising: { on: 'Practising', off: 'Not practising', one: 'time practising', many: 'times practising' },
  sampled: { on: 'Sampled', off: 'Not sampled', one: 'time sampled', many: 'times sampled' },
  'audit-task': {
    on: 'Waiting after an audit',
    off: 'Not waiting',
    one: 'piece of work',
    many: 'pieces of work',
  },
  admitted: { on: 'Let in', off: 'Not let in', one: 'time let in', many: 'times let in' },
  'access-request': { on: 'Asked for', off: 'Not asked for', one: 'request', many: 'requests' },
  'allegation-known': { on: 'Officer not told', off: 'Officer told', one: 'allegation', many: 'allegations' },
  allegation: { on: 'Open', off: 'Not open', one: 'allegation', many: 'allegations' },
  'allegation-managed': { on: 'Managed', off: 'Not managed', one: 'allegation', many: 'allegations' },
  'access-extended': { on: 'Time extended', off: 'Not extended', one: 'request', many: 'requests' },
  cover: { on: 'Covered', off: 'Not covered', one: 'cover', many: 'covers' },
}

/** How reasons speak of a spell. */
export const wordsFor = (pick: SpellPick): SpellWords => pick.words ?? words[pick.kind]

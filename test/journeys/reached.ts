/** How a page is reached by somebody who works with it, in the demonstration. */
export interface Reached {
  /** As the sign-in page of the demonstration says it; nobody at all for a page without an account. */
  readonly as: string | null
  /** Its address, where that is known. `:child` is the first child on the home page of who reaches it. */
  readonly at?: string
  /** Otherwise where a link to it stands, by the path of that page in this table or an address, … */
  readonly from?: string
  /** … and which link it is; of several, each on the page to which the one before leads. */
  readonly links?: readonly string[]
  /** A file that the form at `at` is sent with, where the page is what then comes. */
  readonly sends?: { readonly field: string; readonly name: string; readonly text: string }
}

const worker = 'Social worker'
const manager = 'Team manager'
const director = 'Director'
const analyst = 'Performance analyst'
const inspector = 'Inspector'
const auditor = 'Auditor'

const at = (as: string | null, address: string): Reached => ({ as, at: address })
const link = (as: string | null, from: string, ...links: readonly string[]): Reached => ({ as, from, links })

/**
 * Every page of the product by its path. The forms at `…/record/…` stand under `forms` where the path alone does not lead
 * to them. A page that is not here fails `every-page.test.ts`.
 */
export const reached: Readonly<Record<string, Reached>> = {
  '/': at(worker, '/'),
  '/find': at(worker, '/find?q=sam'),
  '/new-child': at(worker, '/new-child'),
  '/child/:child': at(worker, '/child/:child'),
  '/child/:child/chronology': at(worker, '/child/:child/chronology'),
  '/child/:child/chronology/print': at(worker, '/child/:child/chronology/print'),
  '/child/:child/chronology/choose/:entry': link(worker, '/child/:child/entry/:entry', 'a[href*="/choose/"]'),
  '/child/:child/record': at(worker, '/child/:child/record'),
  '/child/:child/department': at(worker, '/child/:child/department'),
  '/child/:child/entry/:entry': link(worker, '/child/:child', 'main a[href*="/entry/"]'),
  '/child/:child/amend/:entry': link(worker, '/child/:child/entry/:entry', 'a[href*="/amend/"]'),
  '/child/:child/clock/:series/:due': link(worker, '/child/:child', 'a[href*="/clock/"]'),
  '/child/:child/log': at(manager, '/child/:child/log'),
  '/child/:child/reason': at(worker, '/child/:child/reason'),
  '/child/:child/join': at(manager, '/child/:child/join'),
  '/child/:child/handover': at(worker, '/child/:child/handover'),
  '/child/:child/assess-together': at(worker, '/child/:child/assess-together'),
  '/child/:child/family': at(worker, '/child/:child/family'),
  '/child/:child/meeting-decision': at(manager, '/child/:child/meeting-decision'),
  '/digest': at(analyst, '/digest'),
  '/digest/:code': at(analyst, '/digest/NI66'),
  '/digest/:code/children': at(analyst, '/digest/NI66/children'),
  '/returns': at(analyst, '/returns'),
  '/returns/issues': at(manager, '/returns/issues'),
  '/plan': at(director, '/plan'),
  '/plan/load': at(director, '/plan/load'),
  '/plan/themes': at(director, '/plan/themes'),
  '/plan/sources': at(director, '/plan/sources'),
  '/plan/source/new': at(director, '/plan/source/new'),
  '/plan/source/:id': at(director, '/plan/source/S1'),
  '/plan/source/:id/areas': at(director, '/plan/source/S1/areas'),
  '/plan/source/:id/cover': at(director, '/plan/source/S1/cover'),
  '/plan/action/:id/answers-too': at(director, '/plan/action/A1/answers-too'),
  '/plan/action/:id/entry/:entry/withdraw': link(director, '/plan/action/A4', 'main a[href$="/withdraw"]'),
  '/plan/action/:id/entry/:entry/amend': link(director, '/plan/action/A4', 'main a[href$="/amend"]'),
  '/plan/frameworks': at(director, '/plan/frameworks?open=ilacs-2018'),
  '/plan/inspection/:id': at(director, '/plan/inspection/I1'),
  '/plan/inspection/:id/areas': at(director, '/plan/inspection/I1/areas'),
  '/plan/inspection/:id/cover': at(director, '/plan/inspection/I1/cover'),
  '/plan/action/new': link(director, '/plan/inspection/I1', 'main a[href^="/plan/action/new"]'),
  '/plan/action/:id': at(director, '/plan/action/A1'),
  '/plan/action/:id/measure': at(director, '/plan/action/A1/measure'),
  '/plan/papers': at(director, '/plan/papers'),
  '/plan/papers/new': at(director, '/plan/papers/new'),
  '/plan/papers/:id': at('Elected member', '/plan/papers/P1'),
  '/plan/papers/:id/edit': at(director, '/plan/papers/P2/edit'),
  '/plan/papers/:id/about': at(director, '/plan/papers/P2/about'),
  '/plan/import': at(director, '/plan/import'),
  '/plan/import/:id': {
    ...at(director, '/plan/import'),
    sends: {
      field: 'plan',
      name: 'plan.csv',
      text: 'Recommendation,Action,Lead,By when,RAG\nSee children,Visit on time,Pat Wren,18-Feb,Green\n,Visit alone,,Ongoing,half\n',
    },
  },
  '/plan/library': at(director, '/plan/library?q=plans'),
  '/plan/library/load': at(analyst, '/plan/library/load'),
  '/plan/library/theme/:theme': at(director, '/plan/library/theme/plans'),
  '/plan/library/council/:council': link(director, '/plan/library', 'main a[href^="/plan/library/council/"]'),
  '/plan/library/report/:code': at(director, '/plan/library/report/L1'),
  '/plan/library/report/:code/check': at(director, '/plan/library/report/L1/check'),
  '/plan/library/beside/:source/:finding': link(
    director,
    '/plan/inspection/I1',
    'main a[href^="/plan/library/beside/"]',
  ),
  '/plan/risks': at(director, '/plan/risks'),
  '/plan/risks/new': at(director, '/plan/risks/new'),
  '/plan/risks/:risk': at(director, '/plan/risks/R1'),
  '/boards': at('Elected member', '/boards'),
  '/boards/new': at(analyst, '/boards/new'),
  '/boards/board/:id': at(director, '/boards/board/B1'),
  '/boards/board/:id/meetings': at(analyst, '/boards/board/B1/meetings'),
  '/boards/board/:id/actions': at(analyst, '/boards/board/B1/actions?show=all'),
  '/boards/board/:id/members': at(analyst, '/boards/board/B1/members'),
  '/boards/board/:id/attendance': at(director, '/boards/board/B1/attendance'),
  '/boards/board/:id/series': at(
    analyst,
    '/boards/board/B1/series?rhythm=month&first=31/12/2027&many=4&starts=10:00&place=Room+1',
  ),
  '/boards/board/:id/meeting/:meeting': at(analyst, '/boards/board/B1/meeting/13'),
  '/boards/board/:id/meeting/:meeting/agenda': at('Elected member', '/boards/board/B1/meeting/14/agenda'),
  '/boards/board/:id/meeting/:meeting/attendance': at(analyst, '/boards/board/B1/meeting/13/attendance'),
  '/log': at(auditor, '/log'),
  '/log/patterns': at(auditor, '/log/patterns'),
  '/log/reasons': at(manager, '/log/reasons'),
  '/inspection': at(director, '/inspection'),
  '/inspection/new': at(director, '/inspection/new'),
  '/inspection/lists': at(director, '/inspection/lists'),
  '/inspection/self-evaluation': at(director, '/inspection/self-evaluation?since=1/1/2024'),
  '/inspection/self-evaluation/:framework/:area': at(director, '/inspection/self-evaluation/ilacs-2018/help'),
  '/inspection/documents': at(director, '/inspection/documents'),
  '/inspection/:visit': at(director, '/inspection/V2'),
  '/inspection/:visit/change': at(director, '/inspection/V2/change'),
  '/inspection/:visit/inspectors': at(director, '/inspection/V2/inspectors'),
  '/inspection/:visit/sample': at(director, '/inspection/V2/sample'),
  '/inspection/:visit/requests': link(director, '/inspection/V2/requests', 'main a[href*="answer="]'),
  '/inspection/:visit/log': at(director, '/inspection/V2/log'),
  '/inspection/mine': at(inspector, '/inspection/mine'),
  '/inspection/mine/lists': at(inspector, '/inspection/mine/lists'),
  '/inspection/mine/figures': at(inspector, '/inspection/mine/figures'),
  '/inspection/mine/self-evaluation': at(inspector, '/inspection/mine/self-evaluation'),
  '/inspection/mine/plan': at(inspector, '/inspection/mine/plan'),
  '/inspection/mine/documents': at(inspector, '/inspection/mine/documents'),
  '/audits': at(auditor, '/audits'),
  '/audits/themes': at(director, '/audits/themes'),
  '/audits/behind': at(director, '/audits/behind?standard=plan'),
  '/audits/words': at(director, '/audits/words?q=plan'),
  '/audits/mine': at(auditor, '/audits/mine'),
  '/audits/actions': at(manager, '/audits/actions'),
  '/audits/samples': at(auditor, '/audits/samples'),
  '/audits/sample/new': at(auditor, '/audits/sample/new'),
  '/audits/sample/:sample': at(auditor, '/audits/sample/S1?again=yes'),
  '/audits/assign/:audit': link(auditor, '/audits/sample/S5', 'main a[href^="/audits/assign/"]'),
  '/audits/moderation': at(auditor, '/audits/moderation'),
  '/child/:child/audits': link(auditor, '/child/:child/audit/:audit', 'main a[href$="/audits"]'),
  '/child/:child/audit/:audit': link(auditor, '/audits/mine', 'main a[href*="/audit/Q"]'),
  '/child/:child/audit/:audit/action/:action': link(director, '/audits/actions', 'main a[href*="/action/"]'),
  '/child/:child/audit/:audit/concern': link(
    auditor,
    '/child/:child/audit/:audit',
    'main a[href$="/concern"]',
  ),
  '/front-door': at(manager, '/front-door'),
  '/front-door/new': at(worker, '/front-door/new'),
  '/front-door/notices': at(manager, '/front-door/notices'),
  '/front-door/:contact': link(manager, '/front-door', 'main a[href^="/front-door/C"]'),
  '/front-door/:contact/letter': link(
    manager,
    '/front-door?show=decided',
    'main a[href^="/front-door/C"]',
    'a[href$="/letter"]',
  ),
  '/allocate': at(manager, '/allocate'),
  '/team/:worker/move': link(manager, '/staff/:code', 'a[href$="/move"]'),
  '/staff': at(manager, '/staff'),
  '/staff/posts': at(director, '/staff/posts'),
  '/staff/:code': link(manager, '/desk', 'main a[href^="/staff/"]'),
  '/staff/:code/details': link(manager, '/staff/:code', 'a[href$="/details"]'),
  '/staff/:code/cover': link(manager, '/staff/:code', 'a[href$="/cover"]'),
  '/desk': at(manager, '/desk'),
  '/desk/:list': link(manager, '/desk', 'main a[href^="/desk/"]'),
  '/supervision': at(manager, '/supervision'),
  '/supervision/:worker': link(manager, '/supervision', 'main a[href^="/supervision/"]'),
  '/supervision/:worker/:entry': link(
    manager,
    '/supervision/:worker',
    'main a[href*="-"][href^="/supervision/"]',
  ),
  '/my-supervision': at(worker, '/my-supervision'),
  '/my-supervision/:entry': link(worker, '/my-supervision', 'main a[href^="/my-supervision/"]'),
  '/decisions': at(manager, '/decisions'),
  '/early-help': at(manager, '/early-help'),
  '/early-help/meeting': at(manager, '/early-help/meeting'),
  '/early-help/stepped': at(manager, '/early-help/stepped'),
  '/services': at(worker, '/services'),
  '/services/new': at(manager, '/services/new'),
  '/services/:service': link(worker, '/services', 'main a[href^="/services/S"]'),
  '/services/:service/edit': link(manager, '/services/:service', 'a[href$="/edit"]'),
  '/account': at(worker, '/account'),
  '/account/stay': at(worker, '/account/stay'),
  '/staff/:code/sign-in': link(director, '/staff/:code', 'a[href$="/sign-in"]'),
  '/help': at(worker, '/help'),
  '/accessibility': at(worker, '/accessibility'),
  '/contact': at(null, '/contact'),
  '/contact/follow': at(null, '/contact/follow'),
  '/help-near-you': at(null, '/help-near-you'),
}

/** Forms to which their path alone does not lead. */
export const forms: Readonly<Record<string, Reached>> = {
  '/boards/board/:id/record/board-member-left': link(
    analyst,
    '/boards/board/:id/members',
    'a[href*="board-member-left"]',
  ),
  '/boards/board/:id/record/board-meeting-moved': at(
    analyst,
    '/boards/board/B1/record/board-meeting-moved?meeting=14',
  ),
  '/boards/board/:id/record/board-meeting-cancelled': at(
    analyst,
    '/boards/board/B1/record/board-meeting-cancelled?meeting=14',
  ),
  '/boards/board/:id/record/board-item-removed': link(
    analyst,
    '/boards/board/:id/meetings',
    'a[href*="board-item-removed"]',
  ),
  '/boards/board/:id/record/board-decision': at(analyst, '/boards/board/B1/record/board-decision?meeting=13'),
  '/boards/board/:id/record/board-challenge': at(
    analyst,
    '/boards/board/B1/record/board-challenge?meeting=13',
  ),
  '/boards/board/:id/record/board-action-carried': at(
    analyst,
    '/boards/board/B1/record/board-action-carried?action=5',
  ),
  '/boards/board/:id/record/board-action-ended': at(
    analyst,
    '/boards/board/B1/record/board-action-ended?action=5',
  ),
  '/plan/action/:id/record/milestone-met': link(director, '/plan/action/A8', 'a[href*="milestone-met"]'),
  '/plan/action/:id/record/barrier-cleared': link(director, '/plan/action/A8', 'a[href*="barrier-cleared"]'),
  '/plan/action/:id/record/challenge-answered': link(
    director,
    '/plan/action/A9',
    'a[href*="challenge-answered"]',
  ),
  '/plan/action/:id/record/survey-read': link(director, '/plan/action/A4', 'a[href*="survey-read"]'),
  '/plan/action/:id/record/visit-read': link(director, '/plan/action/A3', 'a[href*="visit-read"]'),
  '/plan/action/:id/record/closure-decided': at(director, '/plan/action/A7/record/closure-decided'),
  '/plan/action/:id/record/retest-done': at(director, '/plan/action/A4/record/retest-done'),
}

/** What is no page: a file that is taken away, or an address that only sends on. */
export const files: ReadonlySet<string> = new Set([
  '/child/:child/chronology.docx',
  '/child/:child/file/:hash',
  '/plan/papers/:id/word',
  '/front-door/:contact/file/:hash',
  '/plan/action/:id/file/:hash',
  '/plan/source/:id/file/:hash',
  '/decisions/export',
  '/log/file',
  '/log/patterns/file',
  '/boards/calendar.ics',
  '/boards/board/:id/calendar.ics',
  '/boards/board/:id/attendance.csv',
  '/returns/issues.csv',
  '/returns/file',
  '/inspection/lists/file',
  '/inspection/staff.csv',
  '/inspection/self-evaluation/word',
  '/inspection/documents/file/:hash',
  '/inspection/:visit/file/:hash',
  '/inspection/:visit/log.csv',
  '/inspection/mine/lists/file',
  '/inspection/mine/file/:hash',
  '/plan/workbook',
  '/audits/training.csv',
  // In the demonstration nobody has a password: these send on to the page of one's sign-in. `sign-in.test.ts` looks at them.
  '/account/password',
  '/account/app',
  '/account/passkeys',
  '/account/recovery',
])

/** Homes of those who work with it, one of each role that the demonstration offers. */
export const everybody: readonly string[] = [
  worker,
  manager,
  'Independent reviewing officer',
  'Out-of-hours social worker',
  analyst,
  director,
  'Elected member',
  auditor,
  inspector,
]

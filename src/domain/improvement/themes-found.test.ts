import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findTheme, themes } from './themes.ts'
import { themesOf, wordsOfThemes } from './themes-found.ts'

const codes = (text: string) => themesOf(text).map(t => t.code)
const words = (text: string, code: string) =>
  (themesOf(text).find(t => t.code === code)?.words ?? []).map(([from, to]) => text.slice(from, to))

/** Each theme: what carries it, and what comes near and does not. */
const table: Readonly<Record<string, { readonly yes: readonly string[]; readonly no: readonly string[] }>> = {
  plans: {
    yes: ['Plans that a parent can read', 'contingency when the grandmother is ill', 'Core groups meet'],
    no: [
      'The business plan of the trust',
      'planning permission for the annexe',
      'An improvement plan is owed',
    ],
  },
  oversight: {
    yes: [
      'Management oversight is thin',
      'Managers overlook nothing, and oversee little',
      'Manager challenge to drift',
    ],
    no: ['The overview and scrutiny committee met'],
  },
  supervision: {
    yes: ['Reflective supervision monthly'],
    no: ['A supervision order was made', 'supervised contact'],
  },
  assessment: {
    yes: ['Assessments of risk', 'poor analysis'],
    no: ['health assessments', 'the assessment centre'],
  },
  'pre-birth': { yes: ['Pre-birth work', 'unborn children'], no: ['born in the county'] },
  enquiries: {
    yes: ['Strategy discussions', 'section 47 enquiries'],
    no: ['the sufficiency strategy', 'section 20'],
  },
  'front-door': {
    yes: ['Thresholds', 'the MASH', 'unallocated cases'],
    no: ['mash and gravy', 'a referral order'],
  },
  'early-help': { yes: ['early-help offer', 'edge of care'], no: ['help that came early in the day'] },
  timeliness: { yes: ['drift', 'the timeliness of visits', 'without delay'], no: ['a timetable for buses'] },
  recording: { yes: ['Recording on case files'], no: ['criminal records', 'a track record'] },
  chronology: {
    yes: ['Chronologies are absent', 'family history'],
    no: ['health histories', 'the history of the town'],
  },
  voice: { yes: ['the voice of the child', 'Wishes and feelings', 'advocacy'], no: ['an invoice'] },
  identity: { yes: ['culture and identity', 'ethnicity'], no: ['a change of organisational culture'] },
  visits: {
    yes: ['Visits to children'],
    no: ['a monitoring visit', 'health visitors', 'independent visitors'],
  },
  reviews: {
    yes: ['Reviewing officers', 'IRO caseloads', 'conference chairs'],
    no: ['a serious case review', 'iron railings'],
  },
  court: {
    yes: ['Public Law Outline', 'PLO letters', 'care proceedings'],
    no: ['courteous staff', 'plover'],
  },
  permanence: { yes: ['permanence', 'special guardianship'], no: ['permanent staff'] },
  adoption: {
    yes: ['adopters', 'placed for adoption'],
    no: ['adopt a model of practice', 'adopted an approach'],
  },
  placements: { yes: ['placement choice', 'unregistered homes'], no: ['student placements'] },
  carers: { yes: ['foster carers', 'connected persons'], no: ['young carers', 'parents or carers'] },
  'life-story': { yes: ['Life-story work'], no: ['the story so far'] },
  'care-leavers': { yes: ['Pathway plans', 'personal advisers'], no: ['leave of absence'] },
  health: { yes: ['dental checks', 'CAMHS'], no: ['the Health and Wellbeing Board', 'a healthy culture'] },
  education: { yes: ['the virtual school', 'PEP'], no: ['pepper', 'employment records'] },
  'missing-exploitation': {
    yes: ['children who go missing', 'CSE'],
    no: ['missing information', 'missing from the file'],
  },
  'domestic-abuse': { yes: ['domestic abuse', 'MARAC'], no: ['domestic chores'] },
  neglect: { yes: ['long-term neglect'], no: ['neglected to say'] },
  homeless: { yes: ['homeless 16-year-olds', 'bed and breakfast'], no: ['a home less far away'] },
  'private-fostering': { yes: ['privately fostered'], no: ['a private matter'] },
  disabled: { yes: ['disabled children', 'short breaks'], no: ['an ability to pay'] },
  allegations: { yes: ['the LADO', 'allegations against staff'], no: ['allegorical'] },
  workforce: { yes: ['caseloads', 'staff turnover'], no: ['mental capacity', 'parenting capacity'] },
  training: { yes: ['training', 'learning from audits'], no: ['education, employment and training'] },
  partnership: { yes: ['partner agencies', 'multi-agency work'], no: ['fostering agencies'] },
  'quality-assurance': {
    yes: ['audits', 'performance data'],
    no: ['data protection', 'adoption performance'],
  },
  leadership: { yes: ['senior leaders', 'governance'], no: ['team leaders', 'strategy meetings'] },
  'corporate-parenting': { yes: ['corporate parents'], no: ['the corporate plan'] },
  board: { yes: ['the safeguarding board', 'TSCB'], no: ['bed and board'] },
}

describe.each(Object.entries(table))('the theme %s', (code, { yes, no }) => {
  test.each(yes)('is carried by: %s', text => expect(codes(text)).toContain(code))
  test.each(no)('is not carried by: %s', text => expect(codes(text)).not.toContain(code))
})

describe('the table of themes', () => {
  it('is tried whole, has each code once and no rule that finds nothing', () => {
    expect(themes.map(t => t.code).toSorted()).toEqual(Object.keys(table).toSorted())
    expect(new Set(themes.map(t => t.title)).size).toBe(themes.length)
    expect(findTheme('plans')?.title).toBe('Children’s plans')
    expect(findTheme('__proto__')).toBeUndefined()
  })
})

describe('why a text carries a theme', () => {
  it('is told by its words, in order', () => {
    const text = 'Supervision that gives plans a grip, so that no plan drifts'
    expect(words(text, 'plans')).toEqual(['plans', 'plan'])
    expect(words(text, 'timeliness')).toEqual(['drifts'])
    expect(codes(text)).toEqual(['plans', 'supervision', 'timeliness'])
  })

  it('marks each word once, where several themes share it', () => {
    const text = 'Pathway plans for care leavers'
    const marked = wordsOfThemes(text, ['plans', 'care-leavers']).map(([a, b]) => text.slice(a, b))
    expect(marked).toEqual(['Pathway plans', 'care leavers'])
    expect(wordsOfThemes(text, [])).toEqual([])
  })

  it('holds for any text: stretches lie in it, in order, none over another', () => {
    const bits = fc.constantFrom(
      'plans',
      'IRO',
      'private fostering',
      ' ',
      '…',
      '’',
      '(',
      '*',
      'é',
      '\n',
      'not a plan',
      '.',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), list => {
        const text = list.join('')
        let at = 0
        for (const [from, to] of wordsOfThemes(text, codes(text))) {
          expect(from).toBeGreaterThanOrEqual(at)
          expect(to).toBeGreaterThan(from)
          at = to
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

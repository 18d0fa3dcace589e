import { describe, expect, it, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { sentencesOf } from '../paper.ts'
import { dentistLine, mark, reviews, reviewsLine, reviewsMeasure } from './sample-paper.ts'
import { all, headings, paperOf, under, words } from './test-papers.ts'

describe('the paper for Cabinet', () => {
  const paper = paperOf('cabinet')

  it('has the shape such papers have', () => {
    expect(headings(paper)).toEqual([
      'Summary',
      '1. Budget and policy framework',
      '2. Background',
      '3. Findings',
      '4. Progress',
      '5. Next steps',
      '6. What has slipped',
      '7. Where the figures say otherwise',
      '8. Risk management',
      '9. Consultation',
      '10. Financial and legal implications',
      '11. Recommendation',
      '12. Suggested reasons for decision',
      'Lead officer contact',
      'Appendices',
      'Background papers',
      'Appendix 1: the action plan',
      'Appendix 2: charts',
    ])
    expect(paper.parts.map(p => p.orientation)).toEqual(['portrait', 'landscape', 'portrait'])
  })

  it('states the figure with its count, its baseline and its target', () => {
    const said = sentencesOf(paper).find(s => s.text.startsWith('NI66'))
    expect(said?.text).toBe(
      'NI66, reviews on time (team: North): 71.2% (52 of 73) on 31 October 2026. It was 62.5% on 31 May 2026; the target is 90% by 31 December 2026. Better than at the start.',
    )
    expect(said?.sources).toEqual([
      { indicator: 'NI66', on: '2026-10-31', team: 'North' },
      { indicator: 'NI66', on: '2026-05-31', team: 'North' },
    ])
  })

  it('says what slipped and who agreed it', () => {
    expect(under(paper, '6. What has slipped')).toEqual([
      'Action 1 was moved to 1 October 2026, agreed by the board on 1 August 2026: Two posts empty.',
      'Action 2 was moved to 1 October 2026, agreed by the board on 1 August 2026: Two posts empty.',
      'Action 2, “Agree places”, was due on 1 October 2026 and is not marked complete.',
    ])
  })

  it('has the three columns of risk', () => {
    const table = all(paper).find(b => b.kind === 'table' && b.caption === 'Risks')
    expect(table).toMatchObject({ head: ['Risk', 'Description', 'Action to avoid or mitigate risk'] })
    expect(words(paper)).toContain('High: likely, impact 3 of 5. Owner: Di Vale, director.')
  })

  it('gives each area word for word, and a grade that could not be read as such', () => {
    expect(words(paper)).toContain('hold reviews on time')
    expect(words(paper)).toContain('Not clear in the report')
  })
})

describe('since last time', () => {
  it('counts marks now and then, and says which moved', () => {
    const said = under(paperOf('highlight', { since: day('2026-08-31') }), 'Headlines').join('\n')
    expect(said).toContain('Is it done? 1 complete and embedded (blue), 1 off track (red).')
    expect(said).toContain('On 31 August 2026: 1 at risk (amber), 1 off track (red).')
    expect(said).toContain(
      'Action 1, “Book reviews a month ahead”: from at risk (amber) to complete and embedded (blue).',
    )
  })

  it('does not count a contradicted claim as an achievement', () => {
    expect(under(paperOf('highlight'), 'Achievements')).toEqual(['Action 1: List agreed'])
    const [m] = reviewsLine.measures
    const met = {
      ...reviewsLine,
      measures: m ? [{ ...m, current: { value: 93, on: day('2026-10-31') } }] : [],
    }
    expect(under(paperOf('highlight', { lines: [met] }), 'Achievements')).toHaveLength(3)
  })

  it('names the paper before, and a figure it stated that is counted otherwise now', () => {
    const previous = {
      code: 'P1',
      meeting: day('2026-09-04'),
      asAt: day('2026-08-31'),
      figures: new Map([[`A1 ${reviewsMeasure.id}`, 66.7]]),
    }
    const said = under(paperOf('cabinet', { previous }), '4. Progress').join('\n')
    expect(said).toContain('Since the paper of 4 September 2026, whose figures were as at 31 August 2026:')
    expect(said).toContain(
      'the paper before gave 66.7% for 31 August 2026. With what was recorded since it is 68.2%.',
    )
    const same = { ...previous, figures: new Map([[`A1 ${reviewsMeasure.id}`, 68.21]]) }
    expect(under(paperOf('cabinet', { previous: same }), '4. Progress').join('\n')).not.toContain(
      'paper before gave',
    )
  })

  it('asks for the decisions that the plan puts', () => {
    const said = under(paperOf('highlight'), 'Decisions asked for').join('\n')
    expect(said).toContain('Action 1 is marked complete and what shows it says otherwise')
    expect(said).toContain('Action 2 is past its day, 1 October 2026')
  })

  it('says what stands in the way, what was shown, what waits to be closed and what nobody has answered', () => {
    const by = { by: 'someone', on: day('2026-09-10') }
    const action = {
      ...dentistLine.action,
      state: 'proposed' as const,
      barriers: [{ id: 'b', what: 'No room for a clinic.', ...by }],
      evidence: [
        {
          id: 'e',
          kind: 'audit' as const,
          quality: 'strong' as const,
          what: 'Ten files read.',
          why: '',
          documents: [],
          ...by,
        },
      ],
      challenges: [{ id: 'c', question: 'Who goes first?', askedBy: 'A member', answers: [], ...by }],
    }
    const lines = [{ ...dentistLine, action }]
    const highlight = paperOf('highlight', { lines })
    expect(under(highlight, 'What stands in the way')).toEqual([
      'Action 2, since 10 September 2026: No room for a clinic.',
    ])
    expect(under(highlight, 'Decisions asked for')).toContain(
      'Action 2 is put forward for closing: agree it, or say what is missing.',
    )
    expect(under(paperOf('cabinet', { lines }), '4. Progress')).toContain(
      'Action 2, evidence (audit, strong): Ten files read.',
    )
    expect(words(paperOf('scrutiny', { lines })).join()).toContain('not answered yet: Who goes first?')
  })

  it('looks ahead, and gives scrutiny its questions', () => {
    expect(under(paperOf('highlight'), 'Next period')).toContain(
      'Action 1: List checked, by 20 November 2026.',
    )
    const twice = {
      ...dentistLine,
      action: { ...dentistLine.action, revisions: [...reviews.revisions, ...reviews.revisions] },
    }
    const said = under(
      paperOf('scrutiny', { lines: [reviewsLine, twice] }),
      '10. What members may wish to ask',
    ).join('\n')
    expect(said).toContain('The day of action 2 was moved 2 times.')
    expect(said).toContain('Who can remove what stands in its way?')
  })
})

test('marks are told as they stood on the day', () => {
  const later = {
    ...dentistLine,
    action: { ...dentistLine.action, deliveries: [mark('red', '2026-08-01'), mark('green', '2026-11-05')] },
  }
  expect(words(paperOf('highlight', { lines: [later] })).join(' ')).toContain(
    'Is it done? 1 off track (red).',
  )
})

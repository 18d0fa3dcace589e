import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const number = [/^\d{1,9}(\.\d{1,2})?$/, 'Enter a number, such as 95 or 87.5.'] as const

/** The council itself: its name and the people whose names stand on its papers. */
export const authorityDetails = recordType('authority-details', {
  title: 'The authority',
  subject: 'authority',
  fields: {
    name: line('Name of the council', { most: 100 }),
    number: line('Number of the council in national returns', {
      optional: true,
      shape: [/^\d{3}$/, 'It has 3 figures, such as 999.'],
      example: '999',
    }),
    portfolioHolder: line('Portfolio holder', { optional: true, most: 150 }),
    director: line('Director', { optional: true, most: 150 }),
    author: line('Usual author of papers', { optional: true, most: 150 }),
    phone: line('Telephone of the front door', { optional: true, most: 30 }),
    evenings: line('Telephone in the evening and at weekends', { optional: true, most: 30 }),
    email: line('Email of the front door', { optional: true, most: 200 }),
    address: line('Postal address', { optional: true, most: 300 }),
    singleFrom: day('Single assessments began here on', {
      optional: true,
      hint: 'Before this day initial and core assessments are made. 15 April 2013 where nothing is said.',
    }),
    population: line('Children under 18 who live here', { optional: true, shape: number, example: '64000' }),
  },
  summary: a => a.name,
})

/** What the authority aims at for an indicator, from a day on. */
export const target = recordType('target', {
  title: 'Target',
  subject: 'authority',
  fields: {
    indicator: line('Indicator', { most: 60 }),
    from: day('From', { start: 'today' }),
    value: line('Target', { shape: number, example: '95' }),
    why: line('Why this target?', { optional: true }),
  },
  happened: a => a.from,
  summary: a => `${a.indicator}: ${a.value}`,
})

/** How many posts for registered social workers the authority pays for in a team, managers among them. */
export const fundedPosts = recordType('funded-posts', {
  title: 'Funded posts',
  subject: 'authority',
  fields: {
    team: line('Team', { most: 60 }),
    from: day('From', { notAfter: 'today', start: 'today' }),
    posts: line('Posts for registered social workers', { shape: number, example: '8.5' }),
  },
  happened: a => a.from,
  summary: a => `${a.team}: ${a.posts} posts`,
  writtenBy: ['director'],
})

/** What the figure means, by someone who knows: kept with the date it was written about. */
export const commentary = recordType('commentary', {
  title: 'Commentary',
  subject: 'authority',
  fields: {
    indicator: line('Indicator', { most: 60 }),
    on: day('About the figure on', {}),
    text: text('What lies behind the figure, and what is being done?', { most: 4000 }),
  },
  happened: a => a.on,
  summary: a => `Commentary on ${a.indicator}`,
  writtenBy: ['team-manager', 'performance-analyst', 'director'],
})

/** Texts of early help. {n} is the child, {c} whoever cares for the child. */
export const agencies = [
  ['Bobbin Row Primary School', 'Hollis Grebe, deputy head', '01632 960 201'],
  ['Saltings Family Centre', 'Asha Tern, family worker', '01632 960 202'],
  ['Health visiting, Nether Fold', 'Mabel Teal, health visitor', '01632 960 203'],
  ['Upper Thrift Academy', 'Dora Knot, pastoral lead', '01632 960 204'],
] as const
export const strengths = [
  '{c} asked for help. {n} likes school and is liked there.',
  'A close family. {n} sleeps well again since the move.',
]
export const needs = [
  'Help with mornings and with money; somebody for {n} to talk to at school.',
  'Ideas for bedtime and for saying no. A break for {c}.',
]
export const views = [
  '{n}: “I want to be on time.” {c}: “I want not to be shouting.”',
  '{c} would like one person to ring, not six.',
]
export const plans = [
  'Breakfast club from Monday (school). Steady course in the new term ({c}). Lead to ring each Friday.',
  'Family worker to visit on Tuesdays for six weeks. Debt advice booked (lead). Meet again in six weeks.',
]
export const moved = [
  'On time on nine days out of ten. {n} told everybody so.',
  'The course has begun and {c} laughs about it. Money is no better.',
  'Little has changed. The meeting asked why and set two smaller steps.',
]
export const why = {
  end: 'What was wanted has been reached, and the family says so. School keeps an eye.',
  up: 'Worse at home since the holidays, and help is no longer let in. Social care told the same day.',
  down: 'Safe and settled. The family wants to keep the Friday call.',
} as const

/** What the foster carer of the demonstration was told, and what she writes. Invented. */
export const carerWords = {
  know: 'Likes to be shown the room first, and to unpack alone. Eats anything but fish. A light on the landing at night. When upset, needs ten quiet minutes and then a walk with somebody.',
  contact: 'Rings a grandparent on Sundays at four. The worker arranges everything else.',
  decide:
    'School trips in this country, haircuts, a night with friends from school, medicine from a chemist.',
  coming:
    'Has a rabbit, which comes too. Goes to bed at half past eight with a story. Wears glasses for reading, and forgets them.',
  logs: [
    {
      ago: 9,
      how: 'good',
      what: 'Back to swimming. Talked all the way home about the deep end.',
      stands: false,
    },
    {
      ago: 6,
      how: 'mixed',
      what: 'A row about homework before tea, and sorry after it. We did the sums together.',
      said: 'It is not that I can’t do it, it is that everybody looks.',
      stands: false,
    },
    {
      ago: 4,
      how: 'good',
      what: 'Chosen to read in assembly, and practised on us three times.',
      stands: true,
      line: 'Read to the whole school in assembly',
    },
    {
      ago: 2,
      how: 'hard',
      what: 'Did not sleep well and did not want to say why. A quiet day.',
      stands: false,
    },
  ],
} as const

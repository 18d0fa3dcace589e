/** What the young person of the demonstration says, and what they are answered. Invented. */
export const ownWords = {
  first: 'I like the college. I do not like that the bus takes an hour and nobody asked me about it.',
  answer:
    'You are right that we should have asked you first, and I am sorry. We looked at the times together.',
  next: 'I ask the college about the earlier bus by Friday, and ring you the same day.',
  second:
    'I want to run the first half of my next review. Can we do it at the kitchen table and not in the office?',
} as const

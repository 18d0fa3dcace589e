/** Contacts that wait today: about whom ('known' is a child with a file here), by whom, and what was said. */
export interface Waiting {
  readonly about: 'known' | 'misspelt' | 'new' | 'family'
  readonly sort: 'worry' | 'caf' | 'advice' | 'domestic-abuse' | 'hospital'
  readonly source: string
  readonly who?: string
  readonly where?: string
  readonly danger?: true
  readonly concern: string
  readonly evening?: true
}

export const waiting: readonly Waiting[] = [
  {
    about: 'family',
    sort: 'domestic-abuse',
    source: '6',
    who: 'PC Dale Gannet',
    where: 'Eastmere Police, Saltings station',
    evening: true,
    concern:
      'Called at 21:40 to shouting heard by neighbours. Both parents there, both had been drinking. The children were upstairs, awake, and had heard it. No injury seen. Third call to the address since August.',
  },
  {
    about: 'known',
    sort: 'hospital',
    source: '3E',
    who: 'Sister Prue Shearwater',
    where: 'Emergency department, Larkhithe Infirmary',
    evening: true,
    concern:
      'Attended at 19:15 with a wrist hurt in a fall from a wall. The account fits. Second time this year. Home with mother.',
  },
  {
    about: 'misspelt',
    sort: 'worry',
    source: '2A',
    who: 'Hollis Grebe',
    where: 'Bobbin Row Primary School',
    danger: true,
    concern:
      'Came in with a mark on the cheek and said, “I am not allowed to say.” Does not want to go home tonight. I have told nobody at home. School ends at 15:15.',
  },
  {
    about: 'new',
    sort: 'worry',
    source: '3B',
    who: 'Mabel Teal',
    where: 'Health visiting, Nether Fold clinic',
    concern:
      'New to the area, staying with friends, four people in one room. Baby is growing. Mother wants help and does not know whom to ask. She knows that I am writing.',
  },
  {
    about: 'new',
    sort: 'caf',
    source: '2A',
    who: 'Dora Knot',
    where: 'Upper Thrift Academy',
    concern:
      'Attendance has gone from 96 to 81 % since the move. Mum is caring for her own mother and cannot do both school runs. She has agreed to an early help assessment.',
  },
  {
    about: 'known',
    sort: 'advice',
    source: '3A',
    who: 'Dr Ines Petrel',
    where: 'Ferry Steps Surgery',
    concern:
      'A boy of nine whose mother is to have an operation: what help could the family have for a month, and must it come through you?',
  },
  {
    about: 'new',
    sort: 'worry',
    source: '9',
    concern: 'There is a baby crying for hours at 14 Kestrel Close and I do not think that anybody is in.',
  },
  {
    about: 'known',
    sort: 'worry',
    source: '1A',
    who: 'A grandmother',
    concern:
      'I have not been let in for three weeks and the curtains are shut. I only want to know that they are all right.',
  },
]

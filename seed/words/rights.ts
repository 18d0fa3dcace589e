/** Children of long ago, invented as all are here. */
export const rightsFiles = [
  {
    code: 'OLD0000001',
    given: 'Marnie',
    family: 'Thrush',
    about: 'Rang the school',
    note: 'The school had wondered about lunches. All was well, and nothing followed.',
  },
  {
    code: 'OLD0000002',
    given: 'Corin',
    family: 'Saltmarsh',
    about: 'Rang the family',
    note: 'Asked about a playgroup near them, and were told of two.',
  },
  {
    code: 'OLD0000003',
    given: 'Isolde',
    family: 'Fennimore',
    about: 'Rang the surgery',
    note: 'A letter had gone to the wrong address. It was put right.',
  },
  {
    code: 'OLD0000004',
    given: 'Piers',
    family: 'Wetherlam',
    about: 'Rang the grandmother',
    note: 'She asked how to apply for a school place, and was told.',
  },
] as const

import { describe, expect, test } from 'vitest'
import { doloRules } from './dolo.ts'
import { doloCareRules } from './dolo-care.ts'
import { failing } from './sample.ts'

describe('orders that deprive a child of liberty', () => {
  const head = 'CHILD,DOLO_START,DOLO_END'

  test('700 and 701: a beginning that is a day; an end that is one, or blank', () => {
    const DoLo = [head, 'A,01/05/2026,', 'B,,31/06/2026', 'C,31/04/2026,01/07/2026']
    expect(failing(doloRules, '700', 2026, { DoLo })).toEqual({ DoLo: [1, 2] })
    expect(failing(doloRules, '701', 2026, { DoLo })).toEqual({ DoLo: [1] })
  })

  test('702, 703, 704: the days are in order, and in the year', () => {
    const DoLo = [
      head,
      'A,01/05/2026,01/05/2026',
      'B,02/05/2026,01/05/2026',
      'C,31/03/2027,',
      'D,01/04/2027,01/04/2027',
      'E,01/01/2026,31/03/2026',
      'F,01/01/2026,01/04/2026',
      'G,,31/03/2027',
    ]
    expect(failing(doloRules, '702', 2026, { DoLo })).toEqual({ DoLo: [1] })
    expect(failing(doloRules, '703', 2026, { DoLo })).toEqual({ DoLo: [3] })
    expect(failing(doloRules, '704', 2026, { DoLo })).toEqual({ DoLo: [3, 4] })
  })

  test('705: one at a time; one may begin on the day on which another ends', () => {
    const DoLo = [
      head,
      'A,01/06/2026,',
      'A,01/05/2026,01/06/2026',
      'B,01/05/2026,',
      'B,01/06/2026,',
      'C,01/05/2026,02/06/2026',
      'C,01/06/2026,',
      'D,,',
      'D,01/06/2026,',
    ]
    expect(failing(doloRules, '705', 2026, { DoLo })).toEqual({ DoLo: [3, 5] })
  })

  test('706: one that stood at the end of last year is there this year', () => {
    const DoLo_last = [head, 'A,01/02/2026,', 'B,01/02/2026,', 'C,01/02/2026,01/03/2026', 'D,01/02/2026,']
    const DoLo = [
      head,
      'A,01/02/2026,01/05/2026',
      'B,05/05/2026,',
      'B,04/04/2026,05/05/2026',
      'C,01/05/2026,',
    ]
    expect(failing(doloRules, '706', 2026, { DoLo, DoLo_last })).toEqual({ DoLo: [1], DoLo_last: [3] })
  })

  test('708: none from before birth', () => {
    const DoLo = [
      'CHILD,DOLO_START,DOB',
      'A,01/05/2026,02/05/2026',
      'B,01/05/2026,30/04/2026',
      'C,01/05/2026,',
      'D,,01/05/2026',
    ]
    expect(failing(doloRules, '708', 2026, { DoLo })).toEqual({ DoLo: [0] })
  })

  test('707: it ends by the day on which care does', () => {
    const Episodes = [
      'CHILD,DECOM,DEC',
      'A,01/04/2026,01/06/2026',
      'A,01/06/2026,01/08/2026',
      'B,01/04/2026,',
      'C,01/04/2026,01/05/2026',
      'C,01/07/2026,',
    ]
    const DoLo = [
      head,
      'A,01/05/2026,',
      'A,01/05/2026,01/08/2026',
      'A,01/05/2026,02/08/2026',
      'B,01/05/2026,',
      'C,02/04/2026,',
      'C,02/07/2026,',
      'D,01/05/2026,',
      'A,,',
    ]
    expect(failing(doloCareRules, '707', 2026, { DoLo, Episodes })).toEqual({ DoLo: [0, 2, 4] })
  })

  test('709 and 710: the kinds of placement during an order, also one that stands', () => {
    const places = ['K2', 'U4', 'K1', 'P1', 'R5', 'K3', 'Z11', '']
    const Episodes = ['CHILD,DECOM,DEC,PLACE', ...places.map(p => `${p}x,01/05/2026,01/06/2026,${p}`)]
    const DoLo = [head, ...places.map(p => `${p}x,20/05/2026,`)]
    expect(failing(doloCareRules, '709', 2026, { DoLo, Episodes })).toEqual({ DoLo: [1], Episodes: [1] })
    expect(failing(doloCareRules, '710', 2026, { DoLo, Episodes })).toEqual({
      DoLo: [2, 3, 4, 5],
      Episodes: [2, 3, 4, 5],
    })
  })

  test('710: an order that only touches the placement was not during it', () => {
    const Episodes = ['CHILD,DECOM,DEC,PLACE', 'A,01/05/2026,01/06/2026,P1', 'B,01/05/2026,,P1']
    const DoLo = [
      head,
      'A,01/04/2026,01/05/2026',
      'A,01/06/2026,',
      'A,01/04/2026,02/05/2026',
      'A,31/05/2026,',
      'A,,02/05/2026',
      'B,01/03/2027,',
      'C,20/05/2026,',
    ]
    expect(failing(doloCareRules, '710', 2026, { DoLo, Episodes })).toEqual({
      DoLo: [2, 3, 5],
      Episodes: [0, 1],
    })
  })
})

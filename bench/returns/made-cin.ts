import { closeSync, openSync, writeSync } from 'node:fs'
import { type Rand, random } from '../../seed/random.ts'
import { addDays, day } from '../../src/domain/kernel/day.ts'

const END = day('2026-03-31')
const FACTORS = ['1A', '2B', '3B', '4B', '14A', '16A', '17A', '18C', '20'] as const

const element = (name: string, ...inner: readonly string[]) => `<${name}>${inner.join('')}</${name}>`
const ago = (n: number) => addDays(END, -n)

function details(chance: Rand): string {
  const begun = chance.int(20, 500)
  const parts = [
    element('CINreferralDate', ago(begun)),
    element('ReferralSource', chance.pick(['1A', '2A', '3A', '5A', '6'] as const)),
    element('PrimaryNeedCode', `N${chance.int(1, 8)}`),
  ]
  const closed = chance.chance(0.3)
  if (closed)
    parts.push(element('CINclosureDate', ago(chance.int(0, begun))), element('ReasonForClosure', 'RC7'))
  if (chance.chance(0.75)) {
    const factors = Array.from({ length: chance.int(1, 4) }, () =>
      element('AssessmentFactors', chance.pick(FACTORS)),
    )
    parts.push(
      element(
        'Assessments',
        element('AssessmentActualStartDate', ago(begun - 1)),
        chance.chance(0.8)
          ? element('AssessmentAuthorisationDate', ago(Math.max(0, begun - chance.int(20, 60))))
          : '',
        element('FactorsIdentifiedAtAssessment', ...factors),
      ),
    )
  }
  if (chance.chance(0.25))
    parts.push(element('CINPlanDates', element('CINPlanStartDate', ago(Math.floor(begun / 2)))))
  const enquiry = chance.chance(0.3)
  if (enquiry)
    parts.push(
      element(
        'Section47',
        element('S47ActualStartDate', ago(begun - 1)),
        element('DateOfInitialCPC', ago(Math.max(0, begun - 15))),
        element('ICPCnotRequired', '0'),
      ),
    )
  parts.push(element('ReferralNFA', '0'))
  if (enquiry && chance.chance(0.5))
    parts.push(
      element(
        'ChildProtectionPlans',
        element('CPPstartDate', ago(Math.max(0, begun - 15))),
        element('InitialCategoryOfAbuse', 'NEG'),
        element('LatestCategoryOfAbuse', 'EMO'),
        element('NumberOfPreviousCPP', '0'),
        element('Reviews', element('CPPreviewDate', ago(Math.max(0, begun - 100)))),
      ),
    )
  return element('CINdetails', ...parts)
}

function child(chance: Rand, n: number): string {
  return element(
    'Child',
    element(
      'ChildIdentifiers',
      element('LAchildID', `B${String(n).padStart(7, '0')}`),
      element('UPN', `A${String(chance.int(0, 99_999_999_999)).padStart(11, '0')}A`),
      element('PersonBirthDate', ago(chance.int(30, 6500))),
      element('Sex', chance.pick(['M', 'F'] as const)),
    ),
    element(
      'ChildCharacteristics',
      element('Ethnicity', 'WBRI'),
      element('Disabilities', element('Disability', 'NONE')),
    ),
    details(chance),
    chance.chance(0.1) ? details(chance) : '',
  )
}

/** Writes an invented census of so many children to a file. */
export function writeCin(path: string, children: number): void {
  const chance = random('bench/cin')
  const file = openSync(path, 'w')
  writeSync(
    file,
    `<?xml version="1.0" encoding="UTF-8"?>\n<Message>${element('Header', element('CollectionDetails', element('Collection', 'CIN'), element('Year', '2026'), element('ReferenceDate', END)), element('Source', element('SourceLevel', 'L'), element('LEA', '999')))}<Children>\n`,
  )
  for (let n = 0; n < children; n += 1) writeSync(file, `${child(chance, n)}\n`)
  writeSync(file, '</Children></Message>\n')
  closeSync(file)
}

import { columns, disabled, held, type List, who } from './column.ts'
import { listsOfCare } from './columns-care.ts'

/** The inspectors' child-level lists (Annex A), with their columns in order. */
export const lists: readonly List[] = [
  { number: 1, title: 'Contacts', columns: columns(...who, 'Date of Contact', 'Contact Source') },
  {
    number: 2,
    title: 'Early help assessments',
    columns: columns(
      ...who,
      'Assessment start date',
      '?Assessment completion date',
      'Organisation completing assessment',
    ),
  },
  {
    number: 3,
    title: 'Referrals',
    columns: columns(
      ...who,
      'Date of referral',
      'Referral Source',
      'Referral NFA?',
      'Number of Referrals in Last 12 Months',
      ...held,
    ),
  },
  {
    number: 4,
    title: 'Assessments',
    columns: columns(
      ...who,
      disabled,
      'Continuous Assessment Start Date',
      'Child Seen During Continuous Assessment',
      '?Continuous Assessment Date of Authorisation',
      "?Was the child assessed as requiring LA children's social care support?",
      ...held,
    ),
  },
  {
    number: 5,
    title: 'Section 47 and conferences',
    columns: columns(
      ...who,
      disabled,
      'Strategy discussion initiating Section 47 Enquiry Start Date',
      '?Was an Initial Child Protection Conference deemed unnecessary?',
      '?Date of Initial Child Protection Conference',
      '?Did the Initial Child Protection Conference Result in a Child Protection Plan',
      'Number of Section 47 Enquiries in the last 12 months',
      'Number of ICPCs in the last 12 months',
      ...held,
    ),
  },
  {
    number: 6,
    title: 'Children in need',
    columns: columns(
      ...who,
      disabled,
      '?CIN Start Date',
      'Primary Need Code',
      '?Date Child Was Last Seen',
      '?CIN Closure Date',
      '?Reason for Closure',
      'Case Status',
      ...held,
    ),
  },
  ...listsOfCare,
]

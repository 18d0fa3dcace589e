import { answer, entriesOf, inWords, type View, yesNo } from './fragments.ts'

const checks: View = {
  rows: entriesOf(['health-assessment', 'dental-check', 'development-check']),
  fields: {
    clah_health_check_id: 'h.entry',
    clah_person_id: 'p.code',
    clah_health_check_type: inWords('h.type', {
      'health-assessment': 'Health Assessment',
      'dental-check': 'Dental Check',
      'development-check': 'Health Check',
    }),
    clah_health_check_date: 'h.happened',
    clah_health_check_status: `case h.answers ->> 'outcome' when 'refused' then 'Refused' when 'missed' then 'Cancelled'
      else 'Completed' end`,
  },
}

/** The last word on a child’s immunisations. */
const immunisations: View = {
  rows: `from (select distinct on (h.subject) h.* from happening h where h.type = 'immunisation' and not h.withdrawn
    order by h.subject, h.happened desc, h.seq desc) h join person p on p.subject = h.subject and p.merged is null`,
  fields: {
    clai_person_id: 'p.code',
    clai_immunisations_status: yesNo("h.answers ->> 'upToDate' = 'true'"),
    clai_immunisations_status_date: 'h.happened',
  },
}

const sdq: View = {
  rows: entriesOf(['sdq']),
  fields: {
    csdq_table_id: 'h.entry',
    csdq_person_id: 'p.code',
    csdq_sdq_completed_date: 'h.happened',
    csdq_sdq_reason: answer('reason'),
    csdq_sdq_score: answer('score'),
  },
}

const substances: View = {
  rows: `${entriesOf(['substance-misuse'])} and h.answers ->> 'problem' = 'true'`,
  fields: {
    clas_substance_misuse_id: 'h.entry',
    clas_person_id: 'p.code',
    clas_substance_misuse_date: 'h.happened',
    clas_intervention_received: yesNo("h.answers ->> 'help' = 'received'"),
  },
}

const convictions: View = {
  rows: `${entriesOf(['offence'])} and h.answers ->> 'convicted' = 'true'`,
  fields: {
    clac_cla_conviction_id: 'h.entry',
    clac_person_id: 'p.code',
    clac_cla_conviction_date: 'h.happened',
    clac_cla_conviction_offence: answer('what'),
  },
}

export const healthViews = {
  ssd_cla_health: checks,
  ssd_cla_immunisations: immunisations,
  ssd_sdq_scores: sdq,
  ssd_cla_substance_misuse: substances,
  ssd_cla_convictions: convictions,
} as const

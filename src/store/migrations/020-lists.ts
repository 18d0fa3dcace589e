/**
 * What lists of many children ask about, found without reading the rows: the last day on which something moved (see
 * `src/store/queries/drift.ts`: the very condition), which teams there are, whom a worker holds now and not ever, who is kin to whom, who covers for
 * whom. And all is folded again, with the times that a child was without a worker.
 */
export const lists = `
create index happening_moved on happening (subject, happened desc) where not withdrawn and (
  (type = 'statutory-visit' and answers ->> 'seen' in ('alone', 'with-others'))
  or (type = 'case-note' and answers ->> 'what' in ('seen', 'meeting'))
  or type = 'managers-decision' or type = 'referral-decided' or type = 'assessment' or type = 'specialist-assessment'
  or type = 'looked-after-review' or type = 'protection-review' or type = 'protection-plan-started'
  or type = 'protection-plan-ended' or type = 'early-help-meeting' or type = 'early-help-step'
  or type = 'became-looked-after' or type = 'ceased-looked-after' or type = 'placement' or type = 'legal-status'
  or type = 'health-assessment' or type = 'returned');
create index spell_by_team on spell ((facts ->> 'team'), ends) where kind = 'allocation';
drop index spell_team;
create index spell_by_worker on spell ((facts ->> 'worker'), ends) where kind = 'allocation';
drop index spell_worker;
create index happening_kin on happening (subject) where type = 'relationship' and not withdrawn;
create index spell_cover on spell ((facts ->> 'by')) where kind = 'cover';
`

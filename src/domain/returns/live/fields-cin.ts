import type { Feeds } from '../fields.ts'

/** Which question of which record feeds which element of the census of children in need. */
export const feedsCin: Feeds = {
  'person-details': {
    born: ['PersonBirthDate'],
    expected: ['ExpectedPersonBirthDate'],
    sex: ['Sex', 'GenderCurrent'],
    ethnicity: ['Ethnicity'],
    disability: ['Disability'],
    disabilities: ['Disability'],
    upn: ['UPN', 'FormerUPN'],
    upnUnknown: ['UPNunknown'],
  },
  'referral-received': { receivedOn: ['CINreferralDate'], source: ['ReferralSource'] },
  'referral-decided': {
    decision: ['ReferralNFA'],
    need: ['PrimaryNeedCode'],
    assessment: ['AssessmentActualStartDate'],
  },
  'case-closed': { on: ['CINclosureDate'], reason: ['ReasonForClosure'], diedOn: ['PersonDeathDate'] },
  'assessment-begun': { on: ['AssessmentActualStartDate'] },
  assessment: {
    on: ['AssessmentAuthorisationDate'],
    factors: ['AssessmentFactors', 'AssessmentFactor'],
    outcome: ['CINPlanStartDate'],
  },
  'need-plan-started': { on: ['CINPlanStartDate'] },
  'need-plan-ended': { on: ['CINPlanEndDate'] },
  'strategy-discussion': { on: ['S47ActualStartDate', 'InitialCPCtarget'], enquiry: ['S47ActualStartDate'] },
  'enquiry-finished': { outcome: ['ICPCnotRequired'] },
  'conference-without-plan': { heldOn: ['DateOfInitialCPC'] },
  'protection-plan-started': {
    conferenceOn: ['CPPstartDate', 'DateOfInitialCPC'],
    category: ['InitialCategoryOfAbuse', 'LatestCategoryOfAbuse'],
  },
  'protection-review': { heldOn: ['CPPreviewDate'], category: ['LatestCategoryOfAbuse'] },
  'protection-plan-ended': { endedOn: ['CPPendDate'] },
  'pre-proceedings': {
    from: ['PPStartDate'],
    letterSent: ['LBPSentDate'],
    groupOffered: ['FGDMMeetingOffer'],
    groupHeld: ['FGDMMeetingFac'],
    firstMeeting: ['InitialPPMeetingDate'],
    reviews: ['ReviewMeetingsCount'],
    outcome: ['PPOutcome'],
    decidedOn: ['StepDecisionDate'],
    courtOn: ['CourtAppDate'],
    courtLetter: ['LetterInitCPDate'],
  },
}

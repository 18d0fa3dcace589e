import type { RecordType } from './record-type.ts'
import {
  amendment,
  chronologyChoice,
  lateReason,
  sentBack,
  signature,
  withdrawal,
} from './types/about-entries.ts'
import {
  accessAnswered,
  accessExtended,
  accessRequested,
  documentChosen,
  identityChecked,
  markerNamed,
  markingChecked,
  markingFinished,
  redactionLifted,
  redactionMade,
} from './types/access-request.ts'
import { adoptionDecision, adoptionDecisionEnded, adoptionMatch } from './types/adoption.ts'
import {
  allegationAction,
  allegationActionDone,
  allegationConsidered,
  allegationMeeting,
  allegationNote,
  allegationOutcome,
  allegationReceived,
  allegationReferral,
  allegationReopened,
} from './types/allegation.ts'
import { allocation, allocationEnded } from './types/allocation.ts'
import { agencyInformation, assessment, assessmentBegun, specialistAssessment } from './types/assessment.ts'
import {
  auditAction,
  auditActionChecked,
  auditActionDone,
  auditAgreed,
  auditAssigned,
  auditCompared,
  auditConcern,
  auditConcernAnswered,
  auditHandedBack,
  auditOpened,
  auditResponse,
  auditWithdrawn,
  sampleDrawn,
} from './types/audit.ts'
import { auditGradings } from './types/audit-grading.ts'
import { authorityDetails, commentary, fundedPosts, target } from './types/authority.ts'
import {
  boardAction,
  boardActionCarried,
  boardActionEnded,
  boardDescribed,
  boardMember,
  boardMemberLeft,
} from './types/board.ts'
import {
  boardAttendance,
  boardChallenge,
  boardDecision,
  boardItem,
  boardItemRemoved,
  boardMeeting,
  boardMeetingCancelled,
  boardMeetingMoved,
} from './types/board-meeting.ts'
import { carerLog, placementArranged } from './types/carer.ts'
import { childAnswered, childSaid, ownFile } from './types/child-said.ts'
import { caseClosed } from './types/closure.ts'
import {
  contact,
  contactChild,
  contactDecided,
  contactLetter,
  contactMatched,
  contactReceived,
  letterDelivery,
} from './types/contact.ts'
import {
  disposalCertificate,
  disposalDecided,
  disposalProposed,
  disposed,
  holdLifted,
  holdPlaced,
} from './types/disposal.ts'
import { earlyHelpAssessment, earlyHelpMeeting, earlyHelpStep } from './types/early-help.ts'
import { educationPlace, educationPlan, educationPlanRating } from './types/education.ts'
import { dentalCheck, developmentCheck, healthAssessment, immunisation, sdq } from './types/health.ts'
import { differentChild, merged, unmerged } from './types/identity.ts'
import { libertyOrder, offence, substanceMisuse, unaccompanied } from './types/in-care.ts'
import { careLeaverContact, pathwayPlan, pathwayPlanEnded } from './types/leaving-care.ts'
import { readingConfirmed, readingCorrected, reportShelved } from './types/library.ts'
import { becameLookedAfter, ceasedLookedAfter, legalStatus, placement } from './types/looked-after.ts'
import { lookedAfterReview } from './types/looked-after-review.ts'
import { missingEpisode, returned } from './types/missing.ts'
import { needPlanEnded, needPlanStarted } from './types/need-plan.ts'
import { caseNote, documentAdded, managersDecision, significantEvent } from './types/notes.ts'
import {
  observationAction,
  observationActionDone,
  observationCalledOff,
  observationGradings,
  observationOpened,
  observationResponse,
  practiceWeek,
} from './types/observation.ts'
import {
  paperBegun,
  paperFinished,
  paperPartChosen,
  paperReopened,
  paperSectionWritten,
} from './types/paper.ts'
import { personDetails } from './types/person-details.ts'
import {
  actionPlanned,
  actionProgress,
  deliveryMarked,
  dueDateRevised,
  findingAdded,
  findingConfirmed,
  findingSetAside,
  impactMarked,
  measureBound,
  milestoneMet,
  milestoneSet,
  reportLoaded,
} from './types/plan.ts'
import { closureDecided, closureProposed, retestDone } from './types/plan-closing.ts'
import {
  auditMeasureBound,
  surveyMeasureBound,
  surveyRead,
  visitMeasureBound,
  visitRead,
} from './types/plan-measures.ts'
import {
  actionDepends,
  answersToo,
  barrierCleared,
  barrierRaised,
  boardDecided,
  challengeAnswered,
  challengeAsked,
  evidenceAdded,
  planEntryWithdrawn,
} from './types/plan-parts.ts'
import { sourceAdded } from './types/plan-sources.ts'
import { preProceedings } from './types/pre-proceedings.ts'
import { privateFostering, privateFosteringEnded } from './types/private-fostering.ts'
import { protectionPlanEnded, protectionPlanStarted, protectionReview } from './types/protection-plan.ts'
import { readyDocument, readyDocumentTakenOut, selfEvaluation } from './types/readiness.ts'
import { referralDecided, referralReceived } from './types/referral.ts'
import { relationship } from './types/relationship.ts'
import { restriction } from './types/restriction.ts'
import { riskClosed, riskDescribed, riskRated } from './types/risk.ts'
import {
  agencyActionSaid,
  agencyActionSeen,
  agencyAsked,
  agencyChallenged,
  agencyChased,
  agencyDocuments,
  agencyFinished,
  agencyLeft,
  agencyNewCode,
  agencyStandard,
  roundBegun,
  roundClosed,
} from './types/section-11.ts'
import { conferenceWithoutPlan, enquiryFinished, strategyDiscussion } from './types/section-47.ts'
import { serviceDetails } from './types/service.ts'
import { staffDetails } from './types/staff.ts'
import { statutoryVisit } from './types/statutory-visit.ts'
import { caseSupervision, cover, handover, supervision } from './types/supervision.ts'
import {
  inspectorAdmitted,
  inspectorEnded,
  requestAnswered,
  requestMade,
  sampleAdded,
  sampleRemoved,
  visitOver,
  visitPlanned,
  visitShared,
} from './types/visit.ts'

/** Every record type, in the order a worker would look for it. */
export const recordTypes: readonly RecordType[] = [
  caseNote,
  statutoryVisit,
  lookedAfterReview,
  managersDecision,
  caseSupervision,
  assessment,
  assessmentBegun,
  specialistAssessment,
  agencyInformation,
  contact,
  referralReceived,
  referralDecided,
  allocation,
  allocationEnded,
  handover,
  caseClosed,
  earlyHelpAssessment,
  earlyHelpMeeting,
  earlyHelpStep,
  becameLookedAfter,
  legalStatus,
  placementArranged,
  placement,
  ceasedLookedAfter,
  needPlanStarted,
  needPlanEnded,
  strategyDiscussion,
  enquiryFinished,
  conferenceWithoutPlan,
  protectionPlanStarted,
  protectionReview,
  protectionPlanEnded,
  preProceedings,
  missingEpisode,
  returned,
  healthAssessment,
  dentalCheck,
  immunisation,
  developmentCheck,
  sdq,
  substanceMisuse,
  educationPlan,
  educationPlanRating,
  educationPlace,
  offence,
  adoptionDecision,
  adoptionDecisionEnded,
  adoptionMatch,
  unaccompanied,
  libertyOrder,
  careLeaverContact,
  pathwayPlan,
  pathwayPlanEnded,
  carerLog,
  childSaid,
  childAnswered,
  privateFostering,
  privateFosteringEnded,
  documentAdded,
  significantEvent,
  personDetails,
  relationship,
  restriction,
  differentChild,
  merged,
  unmerged,
  amendment,
  withdrawal,
  signature,
  lateReason,
  sentBack,
  chronologyChoice,
  contactReceived,
  contactChild,
  contactMatched,
  contactDecided,
  contactLetter,
  letterDelivery,
  staffDetails,
  ownFile,
  supervision,
  cover,
  serviceDetails,
  authorityDetails,
  target,
  fundedPosts,
  commentary,
  reportLoaded,
  sourceAdded,
  findingConfirmed,
  findingAdded,
  findingSetAside,
  actionPlanned,
  milestoneSet,
  milestoneMet,
  measureBound,
  actionProgress,
  deliveryMarked,
  impactMarked,
  dueDateRevised,
  auditMeasureBound,
  surveyMeasureBound,
  visitMeasureBound,
  surveyRead,
  visitRead,
  answersToo,
  actionDepends,
  evidenceAdded,
  barrierRaised,
  barrierCleared,
  challengeAsked,
  challengeAnswered,
  boardDecided,
  closureProposed,
  closureDecided,
  retestDone,
  planEntryWithdrawn,
  reportShelved,
  readingCorrected,
  readingConfirmed,
  sampleDrawn,
  auditOpened,
  auditAssigned,
  auditHandedBack,
  auditWithdrawn,
  ...auditGradings,
  auditAction,
  auditActionDone,
  auditActionChecked,
  auditResponse,
  auditConcern,
  auditConcernAnswered,
  auditCompared,
  auditAgreed,
  observationOpened,
  observationCalledOff,
  ...observationGradings,
  observationAction,
  observationResponse,
  observationActionDone,
  practiceWeek,
  roundBegun,
  roundClosed,
  agencyAsked,
  agencyNewCode,
  agencyChased,
  agencyLeft,
  agencyStandard,
  agencyDocuments,
  agencyFinished,
  agencyChallenged,
  agencyActionSaid,
  agencyActionSeen,
  visitPlanned,
  visitOver,
  inspectorAdmitted,
  inspectorEnded,
  sampleAdded,
  sampleRemoved,
  visitShared,
  requestMade,
  requestAnswered,
  selfEvaluation,
  readyDocument,
  readyDocumentTakenOut,
  riskDescribed,
  riskRated,
  riskClosed,
  boardDescribed,
  boardMember,
  boardMemberLeft,
  boardMeeting,
  boardMeetingMoved,
  boardMeetingCancelled,
  boardItem,
  boardItemRemoved,
  boardAttendance,
  boardDecision,
  boardChallenge,
  boardAction,
  boardActionCarried,
  boardActionEnded,
  paperBegun,
  paperSectionWritten,
  paperPartChosen,
  paperFinished,
  paperReopened,
  accessRequested,
  identityChecked,
  accessExtended,
  markerNamed,
  redactionMade,
  redactionLifted,
  documentChosen,
  markingFinished,
  markingChecked,
  accessAnswered,
  holdPlaced,
  holdLifted,
  disposalProposed,
  disposalDecided,
  disposalCertificate,
  disposed,
  allegationReceived,
  allegationConsidered,
  allegationMeeting,
  allegationAction,
  allegationActionDone,
  allegationNote,
  allegationReferral,
  allegationOutcome,
  allegationReopened,
]

const byCode: ReadonlyMap<string, RecordType> = new Map(recordTypes.map(t => [t.code, t]))

/** The record type of a code, or undefined where there is none. */
export const findRecordType = (code: string): RecordType | undefined => byCode.get(code)

/** The record type of a code that the ledger holds; a code it does not know means data from a newer version. */
export function knownRecordType(code: string): RecordType {
  const found = byCode.get(code)
  if (found) return found
  throw new Error(
    `The file holds a record of type "${code}", which this version does not know. Start the version that wrote it.`,
  )
}

import type { Theme } from './themes.ts'

/** The people and bodies that stand behind the work. See `Theme` for how its words are written. */
export const services: readonly Theme[] = [
  {
    code: 'allegations',
    title: 'Allegations against adults (LADO)',
    words: `
      LADO; designated officer*; allegation* … (against|about|made|manage*|professional*|staff|adult*);
      position* of trust; safer? recruit*; copies of qualifications; employment record*; vetting`,
  },
  {
    code: 'workforce',
    title: 'Workforce and caseloads',
    words: `
      workforce; caseload*; workload*; recruit*; retention; turnover;
      agency (staff|worker*|social worker*); capacity; sufficient (number of )?(social worker*|staff);
      newly qualified; staff(ing)? … (level*|number*|capacity|understand*|clear|skill*);
      changes of (social )?worker*; changes in social worker*; quality time; experience to tackle;
      (permanent|stable) … (staff|workforce|social worker*)`,
    not: `
      parenting capacity; capacity to (parent|protect|improve); capacity for improvement;
      mental capacity`,
  },
  {
    code: 'training',
    title: 'Training and learning',
    words: `
      training; trained; professional development;
      learning (lessons|from|outcomes|culture|is|and improvement); lessons (learn*|from);
      serious case review*; practice review*; share learning; staff development; good practice;
      best practice; (learn|learning) … review*`,
    not: `
      (education|employment),?( and| or|,)? … training; training (and|or) employment opportunit*;
      training (provision|provider*|opportunities) … (care leaver*|young people)`,
  },
  {
    code: 'partnership',
    title: 'Work with partners',
    words: `
      partner*; multi agency; inter agency; joint(ly)?; agencies; information sharing;
      shar(e|ed|ing) … information; information … shared; police; other professionals;
      all professionals; notification*; hold (each other|partners|health partners) … account`,
    not: `
      partnership (with|of) parents; partner (of|violence); independent fostering agencies;
      fostering agencies; adoption agencies; domestic partner*`,
  },
  {
    code: 'quality-assurance',
    title: 'Performance management and quality assurance',
    words: `
      performance; figures; quality assur*; audit*; re audit*; data; benchmark*; management information;
      evaluat*; measur(e|ed|ement|ing) … (impact|progress|effect*);
      monitor* … (impact|compliance|quality|effective*|implementation|arrangements); track(ed|ing|er)?;
      self evaluation; impact of (training|the … work|services); value for money; challenge log*`,
    not: 'data protection; adoption performance; twin track*; track record*; fast track*',
  },
  {
    code: 'leadership',
    title: 'Leadership and governance',
    words: `
      leader*; governance; senior (leader*|manager*|management|officer*); strateg(y|ies|ic|ically);
      scrutiny (committee*|panel*|function*|by members); elected members; councillor*; chief executive;
      director*; political*; corporate(ly)?; vision; overview and scrutiny; accountabilit*;
      transformation`,
    not: 'strategy (discussion*|meeting*); corporate parent*; provision; team leader*',
  },
  {
    code: 'corporate-parenting',
    title: 'Corporate parenting',
    words: 'corporate parent*; children in care council*; pledge',
  },
  {
    code: 'board',
    title: 'The safeguarding board and its work',
    words: `
      safeguarding (children )?(board*|partnership*); safeguarding children’s board*; LSCB;
      [A-Z]{1,3}SCB; the board; board’s; sub groups?; child death*; section 11; safeguarding partners`,
    not: 'adoption board; improvement board',
  },
]

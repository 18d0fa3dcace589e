import type { Theme } from './themes.ts'

/** What children live with, and the services that meet it. See `Theme` for how its words are written. */
export const lives: readonly Theme[] = [
  {
    code: 'permanence',
    title: 'Permanence',
    words: `
      permanen(ce|cy); special guardianship*; long term (foster*|match*|placement*|care);
      formally matched; match(ed|ing)? … (carer*|famil*|placement*); together or apart; reunif*;
      return(ed|ing)? home (plan*|safely|from care); placed with parents; revoc*; stab(le|ility);
      foster(ing)? (to|for) adopt*; parallel planning; twin track*`,
    not: `
      permanent (staff|workforce|social worker*|manager*|leadership|director*);
      stab(le|ility) … (workforce|leadership|staff*)`,
  },
  {
    code: 'adoption',
    title: 'Adoption',
    words: `
      adopt(ion|er|ers|ed|ive|ers’); to adopt; place(d|ment)? for adoption; child permanence record*`,
    not: 'adopt(ed|ion)? (a|an|the|of) (approach|model|framework|strategy|policy)',
  },
  {
    code: 'placements',
    title: 'Homes for children in care',
    words: `
      placement*; sufficiency; placed (in|with|out|at|outside); children placed; unregistered;
      unregulated; residential; children’s home*; out of (county|borough|area|authority);
      care provision; commission(ed|ing) … (care|placement*|provision); suitable accommodation`,
    not: '(student|work) placement*',
  },
  {
    code: 'carers',
    title: 'Foster carers, family and friends',
    words: `
      foster carer*; fostering (service*|panel*|agenc*); foster (home*|placement*|famil*);
      connected (person*|carer*|people); kinship; (family|friends) and (friends|family);
      friends and family; carers`,
    not: `
      young carers; parents? (and|or) carers; parents or carers; parents, carers; parent/carer*;
      private foster carer*`,
  },
  {
    code: 'life-story',
    title: 'Life story work',
    words: 'life story; life (history|journey); later life letter*; memory box*',
  },
  {
    code: 'care-leavers',
    title: 'Care leavers',
    words: `
      care leaver*; (leaving|left) care; pathway plan*; personal advis(e|o)r*; staying put;
      staying close; transition to adult*; independent living; leaving care`,
  },
  {
    code: 'health',
    title: 'Health and mental health',
    words: `
      health*; dental; dentist*; CAMHS; self harm*; suicid*; emotional (well ?being|needs|support);
      strengths and difficulties; SDQs?; therap*; immunis*; hospital*; NHS; substance misuse;
      clinic(al|ian|ians)`,
    not: `
      health and well ?being board*; healthy (culture|challenge|relationship*|debate|environment);
      health and safety; health check of`,
  },
  {
    code: 'education',
    title: 'Education, training and work',
    words: `
      education*; school*; PEPs?; attainment; attend(ance)? at school; NEET; employment; apprentice*;
      exclu(ded|sion|sions); learning difficult*; college*; achiev* … potential`,
    not: `
      employment record*; employment check*; employment practice*; employment of staff; school nurs*;
      college of policing`,
  },
  {
    code: 'missing-exploitation',
    title: 'Missing children and exploitation',
    words: `
      missing; exploit*; CSE; CCE; return (home )?interview*; runaway*; run away; county lines; gang*;
      traffick*; radicalis*; extra ?familial; contextual safeguarding; female genital*; FGM;
      modern slavery`,
    not: 'missing (information|data|document*|record*|from (the )?(file*|record*|plan*))',
  },
  {
    code: 'domestic-abuse',
    title: 'Domestic abuse',
    words: 'domestic (abuse|violence); MARAC; coercive',
  },
  {
    code: 'neglect',
    title: 'Neglect',
    words: 'neglect*; graded care profile*',
    not: 'neglect(ed|ing)? to; neglected area*',
  },
  {
    code: 'homeless',
    title: 'Homeless young people of 16 and 17',
    words: `
      homeless*; bed and breakfast; 16 (and|or|to) 17 … (accommodat*|present*);
      (emergency|temporary) … accommodation; southwark`,
  },
  {
    code: 'private-fostering',
    title: 'Private fostering',
    words: 'private(ly)? foster*',
  },
  {
    code: 'disabled',
    title: 'Disabled children',
    words: `
      disab(led|ility|ilities); special educational needs; SEND; short break*; complex needs;
      learning disab*`,
    not: 'disabled access',
  },
]

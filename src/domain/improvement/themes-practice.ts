import type { Theme } from './themes.ts'

/** What workers and their managers do, case by case. See `Theme` for how its words are written. */
export const practice: readonly Theme[] = [
  {
    code: 'plans',
    title: 'Children’s plans',
    words: 'plan; plans; planning; contingenc*; core group*; care package*',
    not: `
      (business|delivery|improvement|action|strategic|workforce) plan*; planning permission;
      draft plan*`,
  },
  {
    code: 'oversight',
    title: 'Management oversight',
    words: `
      oversight; overs(ee|een|aw|ees|eeing);
      manager* … (challenge|decision*|review*|record*|track*|monitor*|scrutin*|check*|direct*);
      management (decision*|grip|scrutin*|direction); (rationale|reasons) for … decision*;
      decision making; monitoring of; critical challenge; case direction*`,
    not: 'oversight and scrutiny committee*',
  },
  {
    code: 'supervision',
    title: 'Supervision of staff',
    words: 'supervis*; reflective (practice|space|discussion*)',
    not: `
      supervis* order*; supervis* (contact|family time);
      (poor|lack of|unsafe) supervision by … parent*`,
  },
  {
    code: 'assessment',
    title: 'Assessment and analysis of risk',
    words: `
      assess*; analys(is|e|ed|es|ing); understanding of (risk|need|the risk|the level of risk);
      (identif*|level of|reduc*|manag*|respon* to) … risk*; risks? (and|or) (need*|protective);
      parenting capacity`,
    not: `
      health assess*; assessment centre*; assessment service; assess* team*; data analysis;
      self assess*`,
  },
  {
    code: 'pre-birth',
    title: 'Unborn babies and pre-birth work',
    words: 'pre birth; unborn; before birth; expectant (mother*|parent*); concealed pregnanc*',
  },
  {
    code: 'enquiries',
    title: 'Strategy discussions and protection enquiries',
    words: `
      strategy (discussion*|meeting*); section 47; s47; protection enquir*;
      child protection (process*|investigation*|procedure*|medical*|response); significant harm`,
  },
  {
    code: 'front-door',
    title: 'Front door and thresholds',
    words: `
      threshold*; referral*; referr(ed|ing) … (social care|services); front door; MASH;
      multi agency safeguarding hub*; contacts?( and| or|,) referral*;
      (contact|duty|access|intake|first response) (service|team*|and assessment); unallocated;
      named (social )?worker*; allocat(ed|ion) … (case*|worker*|promptly); out of hours; emergency duty;
      step(ped|ping)? (down|up); initial (decision*|response); parental consent`,
    not: 'referral order*; CAMHS … referral*',
  },
  {
    code: 'early-help',
    title: 'Early help',
    words: `
      early help; early intervention; common assessment framework*; CAF; think family; edge of care;
      preventative; prevent the need for; troubled families; family hub*; lead professional*;
      family support`,
  },
  {
    code: 'timeliness',
    title: 'Timeliness, drift and delay',
    words: `
      timel(y|iness|ier); delay*; drift*; prompt(ly|ness)?; swift*; timescale*; backlog*;
      time (taken|limit*|it takes); on time; without delay; earl(ier|iest); waiting (list*|time*|longer); waiting for;
      26 week*; overdue; urgent(ly)?; at the right time; right time; speed(y|ily)?; quick(ly|er);
      within a reasonable time; accelerat*`,
    not: 'timescales by which; right service right time',
  },
  {
    code: 'recording',
    title: 'Recording and case records',
    words: `
      record(s|ed|ing|ings)?; case (file*|note*); written (plan*|report*|record*|agreement*);
      management information system*; (electronic|information) … system*; minutes; documentation;
      access to records`,
    not: 'criminal record*; track record*; record numbers; on record; child permanence record*',
  },
  {
    code: 'chronology',
    title: 'Chronologies and children’s histories',
    words: `
      chronolog*; (family|case|social|life) histor(y|ies); historical (information|concern*|factor*);
      previous (concern*|involvement|history)`,
    not: 'health histor*',
  },
  {
    code: 'voice',
    title: 'Children’s voices and experience',
    words: `
      (child*|young people|care leavers)… (voice*|views|wishes|feelings); voice*;
      (wishes|feelings|views) of; views; wishes and feelings; child (focused|focussed|centred);
      advoca(cy|te|tes); participat*; children in care council*; seen alone; direct work;
      lived experience*; listen* to; independent visitor*; complaint*; attend, or be represented;
      experience of the child; user engagement; consult(ation)? with (children|young people);
      (get|got) to know them`,
    not: 'voice of … (partner*|provider*)',
  },
  {
    code: 'identity',
    title: 'Culture and identity',
    words: `
      cultur(e|al)( and|,)? … (identity|ethnic*|religio*|heritage|needs|background); cultural;
      identity; ethnic*; divers(e|ity); equalit*; faith; religio*; heritage; first language;
      interpreter*; unaccompanied; asylum`,
    not: `
      cultural change; organisational cultur*; proof of identity; identity badge*; identity check*`,
  },
  {
    code: 'visits',
    title: 'Visits to children',
    words: `
      visit*; seen regularly; children are seen; are seen and; see children; unannounced;
      time … spend with children`,
    not: `
      (monitoring|focused|site|inspection|assurance) visit*; independent visitor*; health visitor*;
      health visiting; visitors? to`,
  },
  {
    code: 'reviews',
    title: 'Reviews, conferences and reviewing officers',
    words: `
      independent review*; reviewing officer*; reviewing service*; IROs?; conference*;
      conference chair*; statutory review*;
      (child*|looked after|care plan*|plans and|plans are|pathway plan*)… review(s|ed|ing)?;
      second review*; hold … reviews; reviews … on time; review (report*|record*|minutes|meeting*|process*); core group*`,
    not: 'serious case review*; peer review*; service review*; practice review*; case conferencing',
  },
  {
    code: 'court',
    title: 'Court work and the Public Law Outline',
    words: `
      public law outline; PLO; pre proceedings; (care|court|legal) proceedings; court*;
      letters? before proceedings; legal (planning|gateway); CAFCASS; family justice`,
    not: 'court(esy|eous)',
  },
]

/** Texts of strategy discussions, section 47 enquiries, child in need plans and pre-proceedings. {n} is the child. */
export const worries = [
  'School saw a bruise shaped like a hand. {n} gave two accounts of it. Nobody at home has been asked yet.',
  'Police were called at two in the morning and found {n} on the stairs. Third time since the summer.',
  'The health visitor found {n} thinner than at the last visit, in a cot with no bedding. The cupboards were empty.',
  '{n} told a teacher what happens when the uncle stays. Said it plainly, and asked not to go home.',
]
export const firstSteps = [
  'Seen today at school with a police officer, alone. Medical this afternoon. Home visit after it, both parents.',
  'We see {n} this evening. Police take the accounts of the adults. Health sends what it holds by noon tomorrow.',
]
export const saidThen = [
  '“I thought it was my fault.” {n} drew it twice, the second time with a door.',
  'Watched at nursery and at home: {n} does not look for comfort when hurt.',
  '{n} said it as it was said at school, and then asked who would feed the cat.',
]
export const foundHarm = [
  'The bruise is not as it was explained. It has happened before, and the adults who might stop it do not yet see it.',
  'Three calls, and each time {n} was there. Promises were made after each. There is no plan that anybody keeps.',
]
export const foundNothing = [
  'A fall at the park that two people saw. The account is the same from all of them. Relief, and some anger, which is fair.',
  'What was heard was an argument about a telephone. {n} laughs about it. No harm found, and no reason to look further.',
]
export const needPlans = [
  'School every day, on time, for a term. {c} keeps the appointments about sleep. We meet every six weeks, with {n}.',
  'What changed under the protection plan is kept: visits from the family worker, and a grandmother who looks in.',
]
export const needViews = [
  '{n} wants it to stay as it is now, and wants fewer people coming.',
  '“Just make them keep going to the group.”',
]

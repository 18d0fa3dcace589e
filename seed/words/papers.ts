/** What the invented authors wrote in the invented papers, by place. Figures stand between braces. */
export const highlightWords: Readonly<Record<string, string>> = {
  headlines:
    'Most of the plan is being done. The board should look first at what is called complete and is not yet felt by children.',
  achievements:
    'Young people on the care council say that reviews now start with what they want to talk about.',
  slippage: 'Two posts of reviewing officer stood empty over the summer. Both are filled from next month.',
  decisions:
    'To agree the new days set out above\nTo ask for a report on visits in the evening at the next meeting',
}

export const cabinetWords: Readonly<Record<string, string>> = {
  policy:
    'This paper falls under the children and young people’s plan and the base budget of children’s services. The findings of an inspection are a matter for Cabinet.',
  summary: 'Reviews are held on time for {NI66} of looked after children. It was {NI66 before}.',
  consultation:
    'The care council read the plan in draft and asked for three changes, all of which were made:\n- to be told who comes to a review before it is held\n- to be able to choose where it is\n- to hear afterwards what was done',
  contact: 'The director of children’s services, through the council’s switchboard.',
}

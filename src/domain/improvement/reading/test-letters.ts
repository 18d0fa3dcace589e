import type { Report } from './report.ts'

// Invented letters after a focused visit, and what a test asks of any letter.

const HEAD = `Ofsted
Example House
1 Marsh Road
Holt HT1 1AA

20 March 2019

Ms R Reeve
Director of Children’s Services
Fenwick County Council

Dear Ms Reeve`
export const END = `Ofsted will take the findings from this visit into account when it plans the next inspection.

Yours sincerely

A. Nother
Her Majesty’s Inspector`

export const FOCUSED = `${HEAD}

Focused visit to Fenwick County Council children’s services

This letter summarises the findings of a focused visit to Fenwick County Council children’s services on 26 and 27
February 2019. The inspectors were A. Nother, HMI, and B. Else, HMI.

Inspectors looked at the local authority’s arrangements for children in need and those with a child protection plan.

Inspectors looked at a range of evidence, and spoke to workers.

Overview

Services on the marsh have become better since the last inspection, though not for every child who needs them.

What needs to improve in this area of social work practice

◼ The record of visits to children
on the marsh.

◼ Management oversight of plans; and

◼ The quality of letters before proceedings.

Findings

◼ Children are seen often. Their workers know them, and write down what they say.

◼ Plans are too long, and families do not understand them.

${END}`

export const areas = (r: Report) => r.areasForImprovement.map(a => [a.section, a.band, a.text])

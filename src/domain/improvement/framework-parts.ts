/** The parts of a report, which frameworks share. */
export const SAFEGUARDING = { code: 'safeguarding', title: 'Safeguarding services' } as const
export const LOOKED_AFTER = { code: 'looked-after', title: 'Services for looked after children' } as const
export const LEADERSHIP = { code: 'leadership', title: 'Leadership, management and governance' } as const
export const OVERALL = { code: 'overall', title: 'Overall' } as const
export const BOARD = { code: 'board', title: 'Local Safeguarding Children Board' } as const

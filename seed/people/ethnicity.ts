/** Ethnic groups of the invented towns, as often as weighted. */
export const ethnicityWeights = [
  ['WBRI', 72],
  ['WOTH', 5],
  ['WROM', 1.5],
  ['WIRT', 1],
  ['MWBC', 4],
  ['MWBA', 2],
  ['MWAS', 2],
  ['MOTH', 1.5],
  ['AIND', 1.5],
  ['APKN', 2],
  ['ABAN', 1],
  ['AOTH', 1],
  ['BCRB', 1.5],
  ['BAFR', 3],
  ['OOTH', 1.5],
  ['NOBT', 0.7],
] as const

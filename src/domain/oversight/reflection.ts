/** Words in which people think aloud. One of them is enough. */
const THINKING =
  /\b(because|wonder\w*|why|think\w*|thought|felt|feel\w*|might|could be|perhaps|maybe|surpris\w+|pattern\w*|hypothes\w+|understand\w*|understood|mean\w*|meant|sense|learn\w*|bias\w*|assum\w+|uncertain\w*|worr\w+|explain\w*|curious|differently|instead)\b/i

/** How tasks begin. */
const TASK =
  /^(?:[-*•\d.)\s]{0,12})(?:to\s{1,4})?(?:\w{1,40}\s{1,4}to\s{1,4})?(chase|book|arrange|call|ring|email|send|complete|finish|update|visit|write|submit|check|close|contact|do|file|follow|get|hold|make|record|refer|review|see|sign|upload)\b/i

const MANY = 25

/**
 * True where what was thought through reads as a list of tasks, or is too short to hold a thought. It is told gently,
 * once, and stops nobody: supervision that only counts tasks is what inspections find (rules R170).
 */
export function readsAsTasks(reflection: string): boolean {
  const words = reflection.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  if (THINKING.test(reflection)) return words.length < 6
  if (words.length < MANY) return true
  const sentences = reflection
    .split(/[\n.;]+/)
    .map(s => s.trim())
    .filter(s => s !== '')
  return sentences.filter(s => TASK.test(s)).length * 2 >= sentences.length
}

/** Says how far long work has come, on standard error: over itself on a terminal, a line now and then elsewhere. */
export function progress(what: string): (done: number, total?: number) => void {
  const terminal = process.stderr.isTTY
  let said = Date.now()
  return (done, total) => {
    const over = total === undefined ? '' : ` of ${total}`
    const last = done === total
    if (terminal) process.stderr.write(`\r${what}: ${done}${over}${last ? '\n' : ''}`)
    else if (last || Date.now() - said > 5000) {
      process.stderr.write(`${what}: ${done}${over}\n`)
      said = Date.now()
    }
  }
}

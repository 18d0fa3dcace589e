import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { intoEmbedded } from './scale/embedded.ts'
import { CHILDREN, makeAuthority } from './scale/make.ts'
import { measure, measureEmbedded } from './scale/measure.ts'
import { machine, tell } from './scale/tell.ts'

/**
 * Builds an authority of many children on a PostgreSQL server, and one a tenth as large, where they do not stand yet, and
 * measures on both what the design sets a budget for. What was built is kept for the next run.
 *
 * `npm run bench -- scale --children 200000 --beside 20000 --embedded --home FOLDER --seconds 60 --prove 300`
 */
const { values } = parseArgs({
  options: {
    children: { type: 'string', default: '200000' },
    beside: { type: 'string', default: '20000' },
    home: { type: 'string', default: join(tmpdir(), 'golden-thread-scale') },
    seconds: { type: 'string', default: '60' },
    prove: { type: 'string', default: '200' },
    /** The smaller one in the embedded database as well. */
    embedded: { type: 'boolean', default: false },
    /** Only builds. */
    build: { type: 'boolean', default: false },
  },
})

const sizes = [Number(values.children), Number(values.beside)].filter(n => n > 0)
console.log(machine())
const measured = []
for (const [i, children] of sizes.entries()) {
  const home = join(values.home, String(children))
  const port = 5611 + i
  const took = await makeAuthority(home, port, Math.ceil(children / CHILDREN))
  if (took)
    console.log(`Built for ${children} children in ${took.whole?.toFixed(0)} s: ${JSON.stringify(took)}`)
  if (values.build) continue
  // The whole is folded again only where that ends within minutes.
  const rebuilds = children <= 20_000
  measured.push(
    await measure({ home, port, seconds: Number(values.seconds), prove: Number(values.prove), rebuilds }),
  )
}
if (values.embedded) {
  const home = join(values.home, values.beside)
  const port = 5621
  measured.push(await measureEmbedded(await intoEmbedded(home, port), port + 100, Number(values.seconds)))
}
if (!values.build) tell(measured)

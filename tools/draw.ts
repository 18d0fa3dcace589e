import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tables } from './tables/index.ts'

// Draws the tables that the product is made of into docs/tables, where they are read as documentation.

const folder = fileURLToPath(new URL('../docs/tables/', import.meta.url))

mkdirSync(folder, { recursive: true })
for (const [name, draw] of Object.entries(tables)) {
  writeFileSync(`${folder}${name}`, draw())
  console.log(`docs/tables/${name}`)
}

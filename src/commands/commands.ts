import type { Command } from './arguments.ts'
import { backup, restore } from './backup.ts'
import { clock } from './clock.ts'
import { council } from './council.ts'
import { digest } from './digest.ts'
import { disposals } from './disposals.ts'
import { exportAll, importAll } from './export.ts'
import { importReturn } from './import.ts'
import { library } from './library.ts'
import { migrate } from './migrate.ts'
import { notices } from './notices.ts'
import { plan } from './plan.ts'
import { rebuild, verify } from './rebuild.ts'
import { report } from './report.ts'
import { returns } from './returns.ts'
import { seed } from './seed.ts'
import { signIn } from './sign-in.ts'
import { staff } from './staff.ts'
import { start } from './start.ts'

/** Every command, in the order that help tells them. */
export const commands: readonly Command[] = [
  start,
  seed,
  importReturn,
  notices,
  digest,
  report,
  plan,
  library,
  returns,
  rebuild,
  verify,
  migrate,
  backup,
  restore,
  disposals,
  exportAll,
  importAll,
  council,
  staff,
  signIn,
  clock,
]

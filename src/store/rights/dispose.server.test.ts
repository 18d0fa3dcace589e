import { describe, inject } from 'vitest'
import { allegationDisposalContract } from '../../../test/support/allegation-disposal-contract.ts'
import { disposalContract } from '../../../test/support/disposal-contract.ts'
import { openServerCopy } from '../../../test/support/server-copy.ts'

describe('disposal on a PostgreSQL server', () =>
  disposalContract(() => openServerCopy(inject('databaseUrl'))))

describe('disposal of allegations on a PostgreSQL server', () =>
  allegationDisposalContract(() => openServerCopy(inject('databaseUrl'))))

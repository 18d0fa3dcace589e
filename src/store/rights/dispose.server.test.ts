import { describe, inject } from 'vitest'
import { disposalContract } from '../../../test/support/disposal-contract.ts'
import { openServerCopy } from '../../../test/support/server-copy.ts'

describe('disposal on a PostgreSQL server', () =>
  disposalContract(() => openServerCopy(inject('databaseUrl'))))

import { describe, inject } from 'vitest'
import { ledgerContract } from '../../test/support/ledger-contract.ts'
import { openServerCopy } from '../../test/support/server-copy.ts'

describe('the ledger on a PostgreSQL server', () =>
  ledgerContract(() => openServerCopy(inject('databaseUrl'))))

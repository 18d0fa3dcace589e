import { describe, inject } from 'vitest'
import { joinedContract } from '../../test/support/joined-contract.ts'
import { ledgerContract } from '../../test/support/ledger-contract.ts'
import { openServerCopy } from '../../test/support/server-copy.ts'

describe('the ledger on a PostgreSQL server', () =>
  ledgerContract(() => openServerCopy(inject('databaseUrl'))))
describe('joined files on a PostgreSQL server', () =>
  joinedContract(() => openServerCopy(inject('databaseUrl'))))

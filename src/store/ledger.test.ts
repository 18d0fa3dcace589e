import { describe } from 'vitest'
import { ledgerContract } from '../../test/support/ledger-contract.ts'
import { openStore } from './connection.ts'

describe('the ledger on the embedded database', () => ledgerContract(() => openStore({ memory: true })))

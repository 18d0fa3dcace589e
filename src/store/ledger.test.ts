import { describe } from 'vitest'
import { joinedContract } from '../../test/support/joined-contract.ts'
import { ledgerContract } from '../../test/support/ledger-contract.ts'
import { openStore } from './connection.ts'

describe('the ledger on the embedded database', () => ledgerContract(() => openStore({ memory: true })))
describe('joined files on the embedded database', () => joinedContract(() => openStore({ memory: true })))

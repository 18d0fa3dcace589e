import { describe } from 'vitest'
import { joinedContract } from '../../test/support/joined-contract.ts'
import { ledgerContract } from '../../test/support/ledger-contract.ts'
import { memoryStore } from '../../test/support/memory.ts'

describe('the ledger on the embedded database', () => ledgerContract(memoryStore))
describe('joined files on the embedded database', () => joinedContract(memoryStore))

import { describe } from 'vitest'
import { allegationDisposalContract } from '../../../test/support/allegation-disposal-contract.ts'
import { disposalContract } from '../../../test/support/disposal-contract.ts'
import { memoryStore } from '../../../test/support/memory.ts'

describe('disposal on the embedded database', () => disposalContract(memoryStore))

describe('disposal of allegations on the embedded database', () => allegationDisposalContract(memoryStore))

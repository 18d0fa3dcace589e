import { describe } from 'vitest'
import { disposalContract } from '../../../test/support/disposal-contract.ts'
import { memoryStore } from '../../../test/support/memory.ts'

describe('disposal on the embedded database', () => disposalContract(memoryStore))

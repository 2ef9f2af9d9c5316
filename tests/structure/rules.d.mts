import type { Linter } from 'eslint'

export const structuralRules: Linter.Config[]

import { fileURLToPath } from 'node:url'
import tseslint from 'typescript-eslint'
import { structuralRules } from './structure/rules.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Small and strict: what the compiler cannot see and what keeps imports running one way. */
export default tseslint.config(
  {
    ignores: ['node_modules/**', '.next/**', '.holdfast/**', 'lib/platform/generated/**', 'next-env.d.ts', 'public/**', 'test-results/**'],
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.base],
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: root } },
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
    },
  },
  ...structuralRules,
  {
    files: ['tests/**', 'prisma/seed/**'],
    rules: { 'no-console': 'off' },
  },
)

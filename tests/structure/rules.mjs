/**
 * What may import what, and what may stand where. Imports run one way: policy ← areas ← app; components know view types.
 * imports.test.ts keeps each of these biting.
 */
const clockRead = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time is passed in as `now`; only lib/platform/clock reads it.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The time is passed in as `now`; only lib/platform/clock reads it.' },
]
const newClient = { selector: "NewExpression[callee.name='PrismaClient']", message: 'Only lib/platform/db makes a database client.' }
const likeAsTyped = { selector: "Property[key.name=/^(equals|contains|startsWith|endsWith)$/][value.type!='CallExpression'] ~ Property[key.name='mode']", message: 'What was typed is a pattern here: compare through lib/platform/like.' }
const serverAction = { selector: "ExpressionStatement[directive='use server']", message: 'Forms are posted to a route (app/act): a server action loses what was typed when its build is gone.' }

/** A claim, a deadline or a page of somebody's record from a replica would be one of a moment ago. */
const replica = [
  { group: ['**/platform/replica'], message: 'Only lib/access/read-as asks the replica.' },
  { group: ['**/access/read-as'], importNames: ['countAs'], message: 'Only figures are counted on a replica.' },
]
const nextAuth = { group: ['next-auth', 'next-auth/*'], message: 'Only lib/platform/auth knows next-auth.' }
const database = {
  group: ['@prisma/*', 'pg', '**/platform/generated', '**/platform/generated/*', '@/lib/platform/db', '**/platform/postgres/*'],
  message: 'Pages and components ask an area for its queries.',
}
const scriptedLink = { group: ['next/link'], message: 'Links are plain: a page that a script asks for counts as a list bringing itself up to date (page-actor).' }
const upwards = { group: ['@/app/*', '**/app/**'], message: 'Nothing below imports a page.' }

const imports = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] })
const syntax = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors] })

export const structuralRules = [
  {
    files: ['**/*.{ts,tsx}'],
    // Tests make cookies of their own to forge them.
    ignores: ['tests/platform/**'],
    rules: { ...imports(nextAuth), ...syntax(newClient, serverAction) },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/platform/**'],
    rules: { ...imports(nextAuth, upwards, ...replica), ...syntax(newClient, serverAction, likeAsTyped, ...clockRead) },
  },
  {
    files: ['lib/access/read-as.ts', 'lib/figures/**/*.ts'],
    rules: imports(nextAuth, upwards),
  },
  {
    files: ['lib/policy/**/*.ts'],
    // The calculator's command line is the one file of it that talks to the outside.
    ignores: ['lib/policy/due/cli.ts'],
    rules: imports(
      { regex: '^@/(?!lib/policy(/|$))', message: 'Policy knows nothing but policy.' },
      { regex: '^(\\.\\./)+(platform|access|acts|chronology|deadlines|forms|people|referrals|replay|shell|wording|generated)(/|$)', message: 'Policy knows nothing but policy.' },
      { regex: '^(node:|next(/|$)|react(/|$)|pg(/|$)|zod(/|$)|server-only$|@prisma/)', message: 'Policy is pure: no server, no database, no files.' },
    ),
  },
  {
    files: ['lib/wording/**/*.ts'],
    rules: imports({ regex: '^@/lib/(?!policy|wording)', message: 'How things are said follows from policy alone.' }, upwards),
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: { ...imports(nextAuth, database, scriptedLink), ...syntax(newClient, serverAction, ...clockRead) },
  },
  {
    files: ['app/api/auth/**/*.ts'],
    rules: imports(database),
  },
  {
    files: ['components/**/*.{ts,tsx}'],
    rules: imports(nextAuth, database, scriptedLink, upwards, {
      regex: '^@/lib/(?!wording|policy/calendar|policy/missing/asked$)',
      allowTypeImports: true,
      message: 'Components take what they show as props; from lib they import types only (and words, the calendar, and the panel that a browser draws anew).',
    }),
  },
  {
    files: ['lib/platform/auth/**/*.ts'],
    rules: imports(upwards),
  },
  {
    files: ['lib/platform/db/index.ts'],
    rules: syntax(serverAction),
  },
]

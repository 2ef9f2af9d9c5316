import pg from 'pg'
import { Prisma } from '../generated/client'

/**
 * What a column of a statement of our own becomes: the same as a column of one that Prisma writes, so that a read may change from one to the
 * other without a line of its caller changing. Whole numbers that may pass 2^53 are bigint, `numeric` is Decimal, instants and days are Date (a
 * day is its midnight in UTC), JSON is parsed, bytes are Uint8Array. Types of ours and every other type stay the words that PostgreSQL writes.
 */
type Parse = (words: string) => unknown

const { builtins: ONE } = pg.types
/** The array of each type, which the list of builtin types leaves out. */
const MANY: Readonly<Record<'bool' | 'int2' | 'int4' | 'int8' | 'text' | 'varchar' | 'bpchar' | 'name' | 'float4' | 'float8' | 'numeric' | 'date' | 'timestamp' | 'timestamptz' | 'uuid' | 'json' | 'jsonb' | 'bytea', number>> = { bool: 1000, int2: 1005, int4: 1007, int8: 1016, text: 1009, varchar: 1015, bpchar: 1014, name: 1003, float4: 1021, float8: 1022, numeric: 1231, date: 1182, timestamp: 1115, timestamptz: 1185, uuid: 2951, json: 199, jsonb: 3807, bytea: 1001 }

const words: Parse = (said) => said
const json: Parse = (said) => JSON.parse(said) as unknown
const decimal: Parse = (said) => new Prisma.Decimal(said)
const day: Parse = (said) => new Date(`${said}T00:00:00Z`)
const instant: Parse = (said) => new Date(said.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
const instantUtc: Parse = (said) => new Date(`${said.replace(' ', 'T')}Z`)
const bytes: Parse = (said) => new Uint8Array(Buffer.from(said.slice(2), 'hex'))

/** Of a plain array of words, each element read by `one`. */
const each = (one: Parse): Parse => {
  const split = pg.types.getTypeParser(MANY.text, 'text') as (said: string) => (string | null)[]
  return (said) => split(said).map((element) => (element === null ? null : one(element)))
}

const PARSERS = new Map<number, Parse>([
  [ONE.BOOL, (said) => said === 't'], [MANY.bool, each((said) => said === 't')],
  [ONE.INT2, Number], [MANY.int2, each(Number)], [ONE.INT4, Number], [MANY.int4, each(Number)],
  [ONE.FLOAT4, Number], [MANY.float4, each(Number)], [ONE.FLOAT8, Number], [MANY.float8, each(Number)],
  [ONE.INT8, BigInt], [MANY.int8, each(BigInt)], [ONE.OID, BigInt],
  [ONE.NUMERIC, decimal], [MANY.numeric, each(decimal)],
  [ONE.DATE, day], [MANY.date, each(day)],
  [ONE.TIMESTAMP, instantUtc], [MANY.timestamp, each(instantUtc)],
  [ONE.TIMESTAMPTZ, instant], [MANY.timestamptz, each(instant)],
  [ONE.JSON, json], [MANY.json, each(json)], [ONE.JSONB, json], [MANY.jsonb, each(json)],
  [ONE.BYTEA, bytes], [MANY.bytea, each(bytes)],
  [MANY.text, each(words)], [MANY.varchar, each(words)], [MANY.bpchar, each(words)], [MANY.name, each(words)], [MANY.uuid, each(words)],
])

export const COLUMNS = { getTypeParser: (type: number): Parse => PARSERS.get(type) ?? words }

/** What is handed over, as PostgreSQL reads it: an instant with its zone, whatever zone this machine keeps. */
export function placeOf(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(placeOf)
  return Prisma.Decimal.isDecimal(value) ? value.toString() : value
}

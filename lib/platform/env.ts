import { z } from 'zod'

/**
 * What can be set from outside. Read when asked, not when loaded, so that a build or a test needs none of it.
 * @throws ZodError naming the variable that is wrong.
 */
const positive = (standard: number) => z.coerce.number().int().positive().default(standard)

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address people use, when it is not http://localhost:PORT: `https://holdfast.example`. Decides secure cookies and HSTS. */
  HOLDFAST_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Minutes without a request after which a session ends. */
  HOLDFAST_IDLE_MINUTES: positive(30),
  /** Hours after which a session ends whatever is done. */
  HOLDFAST_SESSION_HOURS: positive(12),
  /** Failed attempts on one e-mail that lock it, and for how many minutes. */
  HOLDFAST_LOCK_AFTER: positive(5),
  HOLDFAST_LOCK_MINUTES: positive(15),
  /** Failed attempts from one address within a quarter of an hour, whatever the e-mail. */
  HOLDFAST_ADDRESS_ATTEMPTS: positive(60),
  /** Behind how many proxies of ours: that many of the last entries of X-Forwarded-For are believed. */
  HOLDFAST_PROXIES: z.coerce.number().int().min(0).default(0),
  /** A streaming replica that figures are counted on: `postgresql://replica.example:5432/holdfast`. User and password are those of the database itself where it names none. */
  HOLDFAST_FIGURES_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The mail server: `smtp://user:password@host:587` or `smtps://…`. Without it nothing is sent by mail. */
  HOLDFAST_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** `off`: an smtp connection may stay unencrypted. Only for a server on the same machine. */
  HOLDFAST_SMTP_TLS: z.enum(['required', 'off']).default('required'),
  /** A file with the certificates of an authority of your own (PEM). */
  HOLDFAST_SMTP_CA: z.string().optional(),
  /** Whom mail is from: `Holdfast <holdfast@borough.example>`. */
  HOLDFAST_MAIL_FROM: z.string().regex(/^([^<>]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'an e-mail address, or a name and an address in angle brackets').optional(),
  /** The London hour at which the morning digest is written to those on duty. */
  HOLDFAST_DIGEST_HOUR: z.coerce.number().int().min(4).max(11).default(7),
})

export type Settings = Readonly<z.infer<typeof settings>>

const NAMES = Object.keys(settings.shape)
/** What the process's environment said last, and what that means: a page asks several times, and reading all of it anew each time costs a millisecond of it. */
let last: { readonly given: readonly (string | undefined)[]; readonly means: Settings } | undefined

export function env(): Settings {
  // Empty is not set.
  const given = NAMES.map((name) => process.env[name] === '' ? undefined : process.env[name])
  if (last === undefined || given.some((value, place) => value !== last?.given[place])) {
    last = { given, means: Object.freeze(settings.parse(Object.fromEntries(NAMES.map((name, place) => [name, given[place]])))) }
  }
  return last.means
}

/** Whether people reach us by https: only then are cookies marked secure, as a browser would drop them otherwise. */
export function servedSecurely(): boolean {
  return env().HOLDFAST_ORIGIN?.startsWith('https:') ?? false
}

/** The installation's secret as handed down by the start command. */
export function secret(): string {
  const given = process.env['HOLDFAST_SECRET']
  if (given === undefined || given === '') throw new Error('HOLDFAST_SECRET is not set: start through npm start.')
  return given
}

/** Whether the data are invented: every page then says so. */
export function demonstrationShown(): boolean {
  return process.env['HOLDFAST_DEMONSTRATION'] === '1'
}

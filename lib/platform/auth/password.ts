import { hash, verify } from '@node-rs/argon2'

/** OWASP's settings for argon2id: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Compared with when there is no account, so that an unknown e-mail takes as long as a known one. */
let nobody: Promise<string> | undefined

/** Whether `password` is the one `stored` was made from; without a stored hash the same time passes and it is not. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('no account has this password')
  const matches = await verify(stored ?? (await nobody), password)
  return stored !== null && matches
}

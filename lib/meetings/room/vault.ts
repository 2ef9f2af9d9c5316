import 'server-only'
import { createHmac } from 'node:crypto'
import { secret } from '@/lib/platform/env'

/**
 * The key under which a browser keeps what one account has typed and not saved: 32 bytes in hexadecimal, the same at each sign-in, so that what
 * was left when a browser died can be read again by whoever typed it, and by nobody else who sits down there.
 */
export const vaultOf = (accountId: string): string => createHmac('sha256', secret()).update(`room:${accountId}`).digest('hex')

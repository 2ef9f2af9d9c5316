import { randomUUID } from 'node:crypto'
import { sendWaiting } from '@/lib/platform/mail/send-waiting'
import { mailSettings } from '@/lib/platform/mail/settings'

/** One round of sending at the instant given, in a process of its own, for tests that kill it in the middle. */
const now = new Date(process.argv[2] ?? '')
await sendWaiting(await mailSettings(), { run: randomUUID(), clock: () => now })
process.exit(0)

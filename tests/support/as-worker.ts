import { closeDb } from '@/lib/platform/db'
import type { TestDatabase } from './database'

/** The timed work, as the worker's own role, which owns nothing and bypasses nothing; afterwards this process is the application again. */
export async function asWorkerOf<T>(database: TestDatabase, work: () => Promise<T>): Promise<T> {
  await become(database.urls.worker)
  try {
    return await work()
  } finally {
    await become(database.urls.app)
  }
}

async function become(url: string): Promise<void> {
  // Before the connections are ended: work that goes on beside this would open them anew in the old role.
  process.env['HOLDFAST_APP_URL'] = url
  await closeDb()
}

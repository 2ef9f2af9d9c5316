import { closeDb } from '@/lib/platform/db'
import type { TestDatabase } from './database'

/** The timed work, as the worker's own role, which owns nothing and bypasses nothing; afterwards this process is the application again. */
export async function asWorkerOf<T>(database: TestDatabase, work: () => Promise<T>): Promise<T> {
  await closeDb()
  process.env['HOLDFAST_APP_URL'] = database.urls.worker
  try {
    return await work()
  } finally {
    await closeDb()
    process.env['HOLDFAST_APP_URL'] = database.urls.app
  }
}

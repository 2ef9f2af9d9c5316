import path from 'node:path'
import { applyFolder } from './schema-engine'

/**
 * Applies the migrations that the database of `ownerUrl` (role holdfast_owner) has not had yet.
 * @returns their names, in order; empty when there was nothing to do.
 */
export function migrate(ownerUrl: string, folder = path.resolve('prisma/migrations')): Promise<string[]> {
  return applyFolder(ownerUrl, folder)
}

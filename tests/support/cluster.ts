import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/platform/migrate'
import { prepareRoles, urlFor } from '@/lib/platform/postgres/roles'
import { createDatabase, openScratchCluster, type ScratchCluster } from '@/lib/platform/postgres/scratch'

/**
 * One cluster for the whole run, started with the first project that needs it and stopped with the
 * last; the migrations run once, into a template that each test file copies (tests/support/database.ts).
 */
export interface ClusterForTests {
  /** Superuser's address of the maintenance database. */
  adminUrl: string
  secret: string
  template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: ClusterForTests
  }
}

interface Shared {
  users: number
  opening: Promise<ScratchCluster> | undefined
}

/** Each project loads this module anew; the process is what they share. */
const shared = ((globalThis as { holdfastTestCluster?: Shared }).holdfastTestCluster ??= { users: 0, opening: undefined })

export const templateDatabase = 'holdfast_template'

async function open(): Promise<ScratchCluster> {
  const cluster = await openScratchCluster()
  try {
    await createDatabase(cluster, templateDatabase)
    const admin = cluster.superuserUrl(templateDatabase)
    await prepareRoles(admin, cluster.secret)
    await migrate(urlFor('holdfast_owner', cluster.secret, admin))
    return cluster
  } catch (error) {
    await cluster.release()
    throw error
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.users += 1
  shared.opening ??= open()
  const cluster = await shared.opening
  project.provide('cluster', { adminUrl: cluster.superuserUrl(), secret: cluster.secret, template: templateDatabase })
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    shared.opening = undefined
    await cluster.release()
  }
}


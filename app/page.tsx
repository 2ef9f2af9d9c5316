import { redirect } from 'next/navigation'
import { mayEver } from '@/lib/access/permissions'
import { pageActor } from '@/lib/platform/auth/page-actor'

/** The start page is the place of one's own work. */
export default async function Start() {
  const { actor } = await pageActor('/')
  if (actor.memberships.some((membership) => membership.role.startsWith('cait'))) redirect('/strategy')
  if (actor.memberships.some(({ role }) => role === 'despatch-supervisor' || role === 'missing-persons-officer')) redirect('/missing')
  if (mayEver(actor, 'see-queue')) redirect('/queue')
  if (mayEver(actor, 'see-board')) redirect('/strategy')
  if (actor.memberships.some((membership) => membership.role === 'london-lead')) redirect('/figures')
  if (mayEver(actor, 'replay')) redirect('/replay')
  if (mayEver(actor, 'see-person')) redirect('/people')
  if (mayEver(actor, 'manage-accounts')) redirect('/admin')
  if (mayEver(actor, 'record-referral')) redirect('/sent')
  redirect('/account')
}

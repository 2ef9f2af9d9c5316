import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { addAccount, addMembership, disableAccount, enableAccount, endMembership, renameAccount, resetPassword } from './acts/accounts'
import { adoptPolicy, withdrawAdoption } from './acts/policy'
import { addTeam, setTeamBoroughs } from './acts/teams'

const membership = (values: FormValues) => ({
  teamId: values.text('teamId'), role: values.text('role'), rank: values.text('rank'), since: values.date('since', 'The first day'), until: values.date('until', 'The last day'),
})
const account = (values: FormValues) => ({ accountId: values.text('accountId'), reason: values.text('reason') })

export const administrationForms: readonly FormAct[] = [
  formAct({ name: 'add-account', act: addAccount, read: (values) => ({ name: values.text('name'), email: values.text('email'), ...membership(values) }) }),
  formAct({ name: 'rename-account', act: renameAccount, read: (values) => ({ accountId: values.text('accountId'), name: values.text('name'), email: values.text('email') }) }),
  formAct({ name: 'disable-account', act: disableAccount, read: account }),
  formAct({ name: 'enable-account', act: enableAccount, read: account }),
  formAct({ name: 'reset-password', act: resetPassword, read: account }),
  formAct({ name: 'add-membership', act: addMembership, read: (values) => ({ accountId: values.text('accountId'), ...membership(values) }) }),
  formAct({ name: 'end-membership', act: endMembership, read: (values) => ({ membershipId: values.text('membershipId'), until: values.date('until', 'The day it ends'), reason: values.text('reason') }) }),
  formAct({ name: 'add-team', act: addTeam, read: (values) => ({ name: values.text('name'), agency: values.text('agency'), kind: values.text('kind'), boroughs: values.all('boroughs') }) }),
  formAct({ name: 'set-team-boroughs', act: setTeamBoroughs, read: (values) => ({ teamId: values.text('teamId'), boroughs: values.all('boroughs'), since: values.date('since', 'From when'), reason: values.text('reason') }) }),
  formAct({ name: 'adopt-policy', act: adoptPolicy, read: (values) => ({
    borough: values.text('borough'), pack: values.text('pack'), from: values.date('from', 'The day from which it is followed') ?? '', reason: values.text('reason'),
    values: values.rows('values').map((row) => ({ parameter: row.text('parameter'), amount: row.text('amount'), unit: row.text('unit') })),
  }) }),
  formAct({ name: 'withdraw-adoption', act: withdrawAdoption, read: (values) => ({ adoptionId: values.text('adoptionId'), reason: values.text('reason') }) }),
]

import type { AccountView } from '@/lib/administration/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Select, type Option } from '../ui/select'

/** The draft of each form of a page, by act. */
export type Drafts = (act: string) => FormDraft | null

interface RoleFieldsProps {
  readonly teams: readonly Option[]
  readonly roles: readonly Option[]
  readonly ranks: readonly Option[]
  readonly draft: FormDraft | null
  readonly scope?: string
}

/** What somebody is, where, and from when until when. */
export function RoleFields({ teams, roles, ranks, draft, scope }: RoleFieldsProps) {
  const at = scope === undefined ? {} : { scope }
  return (
    <>
      <Select name="teamId" label="Team" empty="Choose a team" options={teams} draft={draft} {...at} />
      <Select name="role" label="Role" empty="Choose a role" options={roles} draft={draft} {...at} />
      <Select name="rank" label="Rank" hint="Police only: some rules ask for an inspector" empty="No rank" options={ranks} draft={draft} optional {...at} />
      <DateField name="since" label="First day" hint="Left empty: at once" draft={draft} optional {...at} />
      <DateField name="until" label="Ends on" hint="The role ends as this day begins. Left empty: no end" draft={draft} optional {...at} />
    </>
  )
}

interface AccountFormsProps {
  readonly account: AccountView
  readonly path: string
  readonly drafts: Drafts
  readonly teams: readonly Option[]
  readonly roles: readonly Option[]
  readonly ranks: readonly Option[]
}

/** What can be done with an account; each form opens where it came back with problems. */
export function AccountForms({ account, path, drafts, ...lists }: AccountFormsProps) {
  const hidden = { accountId: account.id }
  const form = (act: string) => ({ act, page: path, draft: drafts(act), hidden, scope: act })
  const reason = (act: string, hint: string) => <Field name="reason" label="Why?" hint={hint} draft={drafts(act)} scope={act} />
  return (
    <>
      <Details summary="Give another role" open={drafts('add-membership') !== null}>
        <ActForm {...form('add-membership')} label="Give another role">
          <RoleFields {...lists} draft={drafts('add-membership')} scope="add-membership" />
          <Buttons><Button>Give the role</Button></Buttons>
        </ActForm>
      </Details>
      <Details summary="Change name or e-mail" open={drafts('rename-account') !== null}>
        <ActForm {...form('rename-account')} label="Change name or e-mail">
          <Field name="name" label="Name" value={account.name} draft={drafts('rename-account')} scope="rename-account" />
          <Field name="email" label="E-mail" hint="A new address signs the person out everywhere" type="email" value={account.email} draft={drafts('rename-account')} scope="rename-account" />
          <Buttons><Button>Change</Button></Buttons>
        </ActForm>
      </Details>
      {account.closedOn === null ? (
        <>
          <Details summary="Reset the password" open={drafts('reset-password') !== null}>
            <ActForm {...form('reset-password')} label="Reset the password">
              <p>The old password stops at once and every session ends. You get a one-time link to hand to the person; it is shown once and works for three days.</p>
              {reason('reset-password', 'Forgotten, or known to somebody else')}
              <Buttons><Button>Reset the password</Button></Buttons>
            </ActForm>
          </Details>
          <Details summary="Close the account" open={drafts('disable-account') !== null}>
            <ActForm {...form('disable-account')} label="Close the account">
              <p>For a leaver, or where an account must be shut now. Every session ends at its next step. What the person wrote stays under their name. {account.inHand === null ? 'Nothing is in hand with them.' : `They have in hand: ${account.inHand}. Referrals go back to the queue; duties, with those of their actions, go to the supervisor of their team, who is told.`}</p>
              {reason('disable-account', 'Left, moved, suspended')}
              <Buttons><Button look="warn">Close the account</Button></Buttons>
            </ActForm>
          </Details>
        </>
      ) : (
        <Details summary="Open the account again" open={drafts('enable-account') !== null}>
          <ActForm {...form('enable-account')} label="Open the account again">
            <p>With a new one-time link: the old password opens nothing. Roles that have not ended come back with it.</p>
            {reason('enable-account', 'Came back, closed in error')}
            <Buttons><Button>Open the account</Button></Buttons>
          </ActForm>
        </Details>
      )}
    </>
  )
}

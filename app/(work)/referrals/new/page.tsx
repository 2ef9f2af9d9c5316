import { notFound } from 'next/navigation'
import { AllegedFields, EmergencyFields, MomentFields } from '@/components/referrals/alleged-fields'
import { Matches } from '@/components/referrals/matches'
import { AdultFields, ChildFields, HouseholdFields } from '@/components/referrals/person-fields'
import { ReferrerFields } from '@/components/referrals/referrer-fields'
import { ChecklistFields, WayPicker } from '@/components/referrals/way-fields'
import { Shell } from '@/components/shell/shell'
import { ActForm } from '@/components/ui/act-form'
import { AddAnother } from '@/components/ui/add-another'
import { Button, Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { mayEver } from '@/lib/access/permissions'
import { readAnyDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { ownAccount } from '@/lib/platform/auth/session-row'
import { contactDraft } from '@/lib/referrals/contact-draft'
import { matchesFor } from '@/lib/referrals/matches'
import { ratingsFor } from '@/lib/referrals/ratings'
import { takingAs } from '@/lib/referrals/taking-as'
import { teamsThatRing } from '@/lib/referrals/teams'
import { isWay, type Way } from '@/lib/wording/ways'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'

type Asked = Readonly<Record<string, string | string[] | undefined>>
const one = (value: string | string[] | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Taking a contact or a referral: one page, nothing typed is lost, and the receiving worker looks before making a record. */
export default async function TakeReferral({ searchParams }: { searchParams: Promise<Asked> }) {
  const page = await pageActor()
  if (!mayEver(page.actor, 'record-referral')) notFound()
  const asked = await searchParams
  const taking = takingAs(page.actor)
  const contactId = one(asked['contact'])
  const [ratings, frame, typed, fromContact] = await Promise.all([
    ratingsFor(page.actor, taking.boroughs.map(({ value }) => value), page.now),
    frameFor(page), readAnyDraft(page.actor, one(asked['draft']), ['take-referral', 'submit-pac']), contactId === undefined ? null : contactDraft(page.actor, contactId),
  ])
  if (fromContact !== null && 'restricted' in fromContact) {
    return (
      <Shell {...frame} title="Take a referral" current="/queue">
        <PageHead title="Make it a referral" lede="The contact stays where it is until then." />
        <Notice tone="red" title="Somebody of this contact is restricted">
          <p>Their record has to be open to you, or the referral would be about somebody else. <a href={`/people/${fromContact.restricted}`}>Open the restricted record</a> with a reason, then come back to <a href={`/referrals/${contactId ?? ''}`}>the contact</a>. What cannot wait is worked on the contact as it is.</p>
        </Notice>
      </Shell>
    )
  }
  const draft = typed ?? fromContact
  const intent = draft?.values['intent']
  const way = contactId !== undefined ? null : taking.worker ? wayOf(intent, draft?.values['way'], one(asked['way'])) : 'professional'
  const [teams, account] = await Promise.all([taking.worker ? teamsThatRing(page.actor, taking.boroughs.map((borough) => borough.value)) : [], taking.worker ? null : ownAccount(page.actor.accountId)])
  const looked = taking.worker && (intent === 'look-children' || intent === 'look-others' || draft?.values['searched'] === '1')
  const others = ['adults-count', 'household-count'].some((count) => Number(draft?.values[count] ?? 0) > 0)
  const values = looked && draft !== null ? draft.values : null
  const [children, adults, household] = values === null ? [[], [], []]
    : await Promise.all((['children', 'adults', 'household'] as const).map((list) => matchesFor(page.actor, values, list, page.now)))
  const title = taking.worker ? 'Take a referral' : 'Refer a child'
  return (
    <Shell {...frame} title={title} current={taking.worker ? '/queue' : '/sent'} problem={typed !== null && (typed.problems.length > 0 || typed.refusals.length > 0)}>
      {asked['saved'] === '1' ? <Notice tone="green" title="Draft saved" spoken><p>It is kept for you alone. You can go on now or later.</p></Notice> : null}
      <Notice tone="red" title="A child in danger now, or a recent rape: call 999 first"><p>Ring first: this form calls nobody. A recent rape goes to Sapphire next. Then say under <a href="#emergency">Emergency</a> that it is live, with the 999 or CAD reference.</p><p className="clause">ref-crime-999 · HMIC 2016, L1918–1926</p></Notice>
      <PageHead title={title} lede={taking.worker ? 'Look for the child first: a second record hides what London knows.' : 'What you send, and the outcome you are told, stay on your own list.'} />
      <ActForm act={way === 'pac' ? 'submit-pac' : 'take-referral'} page={contactId === undefined ? '/referrals/new' : `/referrals/new?contact=${contactId}`} draft={draft} label={title} hidden={{ ...(way === null ? {} : { way }), ...(looked ? { searched: '1' } : {}), ...(contactId === undefined ? {} : { contactId }) }}>
        {taking.worker && way !== null ? <WayPicker way={way} /> : null}
        <ReferrerFields draft={draft} boroughs={taking.boroughs} way={way} teams={teams} partner={account === null ? null : { agency: taking.partnerAgency ?? 'other', name: page.actor.name, email: account.email }} />
        <h2>Children</h2>
        <AddAnother list="children" what="child" draft={draft} row={(prefix, index) => (
          <>
            <ChildFields prefix={prefix} draft={draft} />
            <Matches prefix={prefix} matches={children?.[index]} draft={draft} who="this child" />
          </>
        )} />
        {taking.worker ? <p className="mt-2" id="look-children"><Button look="second" intent="look-children">{looked ? 'Look again among those known' : 'Look for the children among those known'}</Button></p> : null}
        <h2>Adults</h2>
        <p>Parents, anybody suspected, and other adults whom the referral names.</p>
        <AddAnother list="adults" what="adult" draft={draft} start={0} least={0} row={(prefix, index) => (
          <>
            <AdultFields prefix={prefix} draft={draft} />
            <Matches prefix={prefix} matches={adults?.[index]} draft={draft} who="this adult" />
          </>
        )} />
        <h2>Household</h2>
        <p>Who else lives at the child’s address: brothers and sisters, grandparents, lodgers. Not those named above.</p>
        <AddAnother list="household" what="person who lives there" another="somebody who lives there" draft={draft} start={0} least={0} row={(prefix, index) => (
          <>
            <HouseholdFields prefix={prefix} draft={draft} />
            <Matches prefix={prefix} matches={household?.[index]} draft={draft} who="this person" />
          </>
        )} />
        {taking.worker && others
          ? <p className="mt-2" id="look-others"><Button look="second" intent="look-others">Look for the adults and household among those known</Button></p> : null}
        <h2 id="emergency">Emergency</h2>
        <EmergencyFields draft={draft} />
        <AllegedFields draft={draft} worker={taking.worker} ratings={way === 'pac' ? ratings : ratings.filter(({ value }) => value !== 'blue')}>{way === 'pac' ? <ChecklistFields draft={draft} /> : null}</AllegedFields>
        <MomentFields draft={draft} received={typedParts(page.now)} />
        <Buttons><Button>{taking.worker ? 'Take it' : 'Send the referral'}</Button><Button look="second" intent="save-draft">Save draft</Button></Buttons>
      </ActForm>
    </Shell>
  )
}

type Typed = string | readonly string[] | undefined

/** The way just chosen with its button, else the one the form was on, else the one the address asks for. */
function wayOf(intent: Typed, typed: Typed, asked: string | undefined): Way {
  const chosen = [typeof intent === 'string' && intent.startsWith('way-') ? intent.slice('way-'.length) : undefined, typeof typed === 'string' ? typed : undefined, asked]
  return chosen.find(isWay) ?? 'professional'
}

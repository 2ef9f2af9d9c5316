import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Tag, type Tone } from '../ui/tag'

interface MailLineProps {
  readonly mail: { readonly id: string; readonly state: 'waiting' | 'sent' | 'failed' | 'not-set'; readonly says: string; readonly todo: string | null } | null
  readonly hasAccount: boolean
  readonly page: string
  readonly about: string
  readonly maySend: boolean
}

const TONES: Readonly<Record<'waiting' | 'sent' | 'failed' | 'not-set', Tone>> = { waiting: 'grey', sent: 'green', failed: 'red', 'not-set': 'amber' }

/** How the mail to one person fares, and what to do where it did not arrive. */
export function MailLine({ mail, hasAccount, page, about, maySend }: MailLineProps) {
  if (!hasAccount) return <span className="sub">No account here: reach them yourself</span>
  if (mail === null) return <span className="sub">Not written to</span>
  // Said once above (`NoMailHere`): beside each name it would hide who has not answered.
  if (mail.state === 'not-set') return <span className="sub">Not by mail: tell them yourself</span>
  return (
    <>
      <Tag tone={TONES[mail.state]}>{mail.says}</Tag>
      {mail.todo === null ? null : <span className="sub">{mail.todo}</span>}
      {mail.state === 'failed' && maySend ? <ActForm act="send-again" bare page={page} hidden={{ mailId: mail.id }}><Button look="second" small about={`the mail to ${about}`}>Send again</Button></ActForm> : null}
    </>
  )
}

/** Said once on a page that speaks of mail, where none leaves. */
export function NoMailHere() {
  return <p className="sub">No mail server is set here, so nothing is sent by mail. Those with an account find it in Holdfast when they sign in; tell them yourself that it is there.</p>
}

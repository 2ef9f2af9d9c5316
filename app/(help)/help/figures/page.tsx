import { DutyDefinitions, FactDefinitions, RecordedDefinitions } from '@/components/figures/definitions'
import { DUTY_DEFINITIONS, FACT_DEFINITIONS, RECORDED_DEFINITIONS } from '@/lib/figures/definitions'
import { FEWEST } from '@/lib/figures/small-numbers'
import { HelpPage } from '../../help-page'

const TABLES = (
  <>
    <h2 id="timeliness">Measures of timeliness</h2>
    <p>The times are those of the London procedures. A borough may follow shorter ones, and is judged by them from the day that it does.</p>
    <DutyDefinitions rows={DUTY_DEFINITIONS} />
    <h2 id="counts">Counts from the chronology</h2>
    <p>Counted on the day that it happened, once it is on record. An entry that was annulled leaves the count from then on.</p>
    <FactDefinitions rows={FACT_DEFINITIONS} />
    <h2 id="outside">Figures from outside</h2>
    <p>Told by a court, a Haven or another force, and put on record by somebody with the source. A corrected figure stands beside the one that it corrects.</p>
    <RecordedDefinitions rows={RECORDED_DEFINITIONS} />
  </>
)

export default function HowFiguresAreCounted() {
  return (
    <HelpPage title="How the figures are counted" lede="Each measure has one definition, wherever its figure is shown. The words are those of the rule that sets the time." tables={TABLES}>
      <h2>Timeliness</h2>
      <ul>
        <li>Counted are the clocks that started in the stretch of time that is asked for. What started before it and is still open counts only among what is open now: “open and late now” forgets nothing.</li>
        <li>The share in time is of what was done in time, done late, or is open and past its time. What still has time is not judged. What ended without being done, because there was no more need, is in neither.</li>
        <li>Beside a share always stand how late the late ones are, the middle one and the worst, and how many are open and late now.</li>
        <li>A clock counts for the borough of the referral that it comes from; where there is none, for the borough where the child lives.</li>
        <li>A clock that was opened by mistake, or about somebody sent as new who was found to be known already, leaves the figures from the moment that this was put on record.</li>
        <li>Two records that are joined are one child, from the moment of joining until they are parted.</li>
      </ul>
      <h2>As at a day</h2>
      <p>A figure of a past day is what was on record by the end of that day. What is typed in later changes nothing of it: the same question has the same answer for ever. “What changed since” shows what became known after.</p>
      <h2>Who sees how much</h2>
      <ul>
        <li>Behind every figure is its list, for whoever may open the records of that borough.</li>
        <li>For whoever may not, numbers from 1 to {FEWEST - 1} are not shown, nor others from which they could be worked out.</li>
      </ul>
      <h2>Boroughs side by side</h2>
      <p>A borough stands out only where chance does not explain it: where a borough that does just as London does would be that far off in 2 of 1,000. What would happen by chance to 1 in 20 says so. The City of London has a police of its own and stands apart.</p>
      <h2>Targets</h2>
      <p>A figure is held against the target that was in force on its day. A borough, or London, may set a tighter one for itself, never a looser: then that one is shown, with whose it is and since when.</p>
    </HelpPage>
  )
}

import { HelpPage } from '../help-page'

export default function Help() {
  return (
    <HelpPage title="Help" lede="What Holdfast does, and what to do when it says no.">
      <h2>If a child is in danger now</h2>
      <p>Call 999. Holdfast records and reminds; it does not send anybody.</p>
      <h2>What each list means</h2>
      <ul>
        <li>Lists stand soonest due first. A red edge and the word “Overdue” mark what is past its time.</li>
        <li>Under each time is its date, with a bar for how much of the time given is gone.</li>
        <li>A list brings itself up to date while the page is in view. If it cannot, it says since when.</li>
        <li>“Why then?” beside a duty shows what started it, how it was counted and which clause asks for it.</li>
      </ul>
      <h2>When policy does not allow something</h2>
      <p>The page names every rule that refuses, the clause it rests on, and what would be accepted instead. Nothing is changed, the attempt is kept on the record, and what you typed stays in the form.</p>
      <h2>Your words are not lost</h2>
      <ul>
        <li>“Save draft” keeps a form for you; nobody else sees it.</li>
        <li>If your session ends while you write, what you sent is kept and offered to you after you sign in.</li>
        <li>If somebody else changed the record meanwhile, you are told by whom before anything of yours is added.</li>
      </ul>
      <h2>Corrections</h2>
      <p>Nothing on the record is overwritten. A correction is a new entry; the first one stays to be read, marked as corrected.</p>
      <h2>More</h2>
      <ul>
        <li><a href="/help/time">How time is counted</a></li>
        <li><a href="/help/figures">How the figures are counted</a></li>
        <li><a href="/help/access">Who can see what</a></li>
        <li><a href="/accessibility">Accessibility</a></li>
      </ul>
    </HelpPage>
  )
}

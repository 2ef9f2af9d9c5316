import { HelpPage } from '../help-page'

export default function Accessibility() {
  return (
    <HelpPage title="Accessibility" lede="Holdfast is made to meet the Web Content Accessibility Guidelines 2.2, level AA.">
      <h2>What that means here</h2>
      <ul>
        <li>Every page and every form works with a keyboard alone, and without JavaScript.</li>
        <li>Text can be made four times as large, and lists become cards on a narrow screen.</li>
        <li>Colour repeats what the words say and never says it alone.</li>
        <li>The typeface, Atkinson Hyperlegible Next, was drawn for readers with low vision: 0 and O, 1, l and I differ.</li>
        <li>Before a session ends you are warned, and can stay signed in with one key.</li>
        <li>Lists that bring themselves up to date never move your focus, and wait while you type.</li>
      </ul>
      <h2>How it is checked</h2>
      <p>Pages are checked by machine (axe) and with a keyboard whenever the program changes. That does not find everything.</p>
      <h2>Tell us</h2>
      <p>If something here stands in your way, tell whoever runs Holdfast in your borough. Say which page it was and what you were trying to do.</p>
    </HelpPage>
  )
}

import { Notice } from '../ui/notice'

/** ref-crime-999: what was sent here brings no police car. */
export function Call999() {
  return <Notice tone="red" title="If the child is in danger now, call 999"><p>You sent this as a live emergency. Sending it here does not bring the police: call 999 first, and again if the danger goes on.</p></Notice>
}

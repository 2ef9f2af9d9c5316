import compression from 'compression'
import { asArrived } from './arrival.mjs'
import { letIn } from './gate.mjs'
import { seenWithoutScript } from './without-script.mjs'

/**
 * What stands between the line and Next: the gate, and the way out. Compressed here and not by Next: what it answers is looked at before.
 * @param {import('node:http').RequestListener} answer Next's own
 * @param {() => number} port our own
 * @param {number} proxies how many proxies of ours stand before it
 * @returns {import('node:http').RequestListener}
 */
export function answering(answer, port, proxies) {
  const compress = compression()
  return (request, response) => {
    if (!letIn(request, response, proxies)) return
    compress(request, response, () => {
      seenWithoutScript(request, response, port())
      asArrived(request, () => void answer(request, response))
    })
  }
}

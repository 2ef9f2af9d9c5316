import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * What Next has bundled and what runs before it meet here: each has its own copy of a module, and both the same process.
 * @type {import('./arrival.d.mts').Arrival}
 */
export const arrival = Reflect.get(globalThis, Symbol.for('holdfast.arrival')) ?? { during: new AsyncLocalStorage(), ask: null }
Reflect.set(globalThis, Symbol.for('holdfast.arrival'), arrival)

/** Built files, pictures and what signs in by itself: nobody is asked for there. */
const NOBODY = /^\/(?:_next|api)\/|\.[a-z0-9]+$/

/**
 * Answers a request, and meanwhile begins to ask who it comes from: a page needs that first, and Next takes milliseconds to find the page. Only of what is
 * read: a form may take minutes to come in whole, and who may act is asked when it is there.
 * @param {import('node:http').IncomingMessage} request
 * @param {() => void} answer
 */
export function asArrived(request, answer) {
  const { cookie } = request.headers
  const [path = ''] = (request.url ?? '').split('?', 1)
  if (request.method !== 'GET' || cookie === undefined || arrival.ask === null || NOBODY.test(path)) return answer()
  // In the next turn: what Next does first is one long run without a pause, and until it ends the question would not leave.
  arrival.during.run(arrival.ask(cookie, request.headers['sec-fetch-dest'] !== 'empty'), () => setImmediate(answer))
}

import type { IncomingMessage, ServerResponse } from 'node:http'

export function letIn(request: IncomingMessage, response: ServerResponse, proxies: number): boolean

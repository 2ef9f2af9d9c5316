import type { RequestListener } from 'node:http'

export function answering(answer: RequestListener, port: () => number, proxies: number): RequestListener

/**
 * The worker holds an advisory lock for as long as it lives; whether someone holds it is how everyone
 * else knows that the worker runs: nothing to write, nothing that goes stale when it is killed.
 * Two 32-bit keys, as pg_locks shows them.
 */
export const workerLock = { space: 0x486f, key: 1 } as const

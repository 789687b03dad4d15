import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CHUNK_BYTES } from '#shared/protocol/blobs.ts'

/** The axis puts all its arguments into headers: with 700 receivers they are 25 kB, so Node's 16 kB are too few. */
export const MAX_HEADER_BYTES = 256 * 1024
export const BODY_LIMITS = { commands: 16 * 1024 * 1024, chunk: CHUNK_BYTES, json: 512 * 1024 } as const
/** Items of one feed page. */
export const FEED_LIMITS = { usual: 1000, most: 5000 } as const

/** Within this a request has come in whole: 16 MiB over a line of 1 Mbit/s with time to spare; who drips bytes holds no connection longer. */
export const REQUEST_TIMEOUT_MS = 5 * 60_000

const REQUESTS_PER_MINUTE = 6000
const BUSY_EVENT_LOOP_MS = 2000

/** How often each name may come within a span; answers whether it may come now. What is past is forgotten. */
export function atMostPer(most: number, spanMs: number): (name: string, nowMs: number) => boolean {
  const times = new Map<string, readonly number[]>()
  return (name, nowMs) => {
    const recent = (times.get(name) ?? []).filter((at) => at > nowMs - spanMs)
    const isAllowed = recent.length < most
    times.set(name, isAllowed ? [...recent, nowMs] : recent)
    return isAllowed
  }
}

/**
 * Bounds what one desk, and all together, may ask of the node. `callerOf`: who is logged in; everybody else counts by address, so that a
 * new invented token on each request does not begin a new count.
 */
export async function limitRequests(
  server: FastifyInstance,
  callerOf: (request: FastifyRequest) => string | undefined,
): Promise<void> {
  await server.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: (request) => callerOf(request) ?? request.ip,
  })
  await server.register(underPressure, { maxEventLoopDelay: BUSY_EVENT_LOOP_MS })
}

import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { MOST_CALENDAR_BYTES, type SubscriptionProblem } from '#shared/protocol/calendar-subscriptions.ts'
import { calendarAddress, type IsNamed } from './calendar-address.ts'
import { addressesOf, askAt, type Network } from './open-calendar.ts'
import { isPublicAddress } from './public-address.ts'

/** By which a host tells what changed (RFC 9110, 8.8). */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What came of reading a calendar at its address. */
export type Fetched =
  | ({ readonly kind: 'calendar'; readonly bytes: Uint8Array } & Validators)
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly problem: SubscriptionProblem }

export interface FetchOptions {
  readonly network: Network
  readonly isNamed: IsNamed
  /** From the first question to the last byte. */
  readonly timeoutMs?: number
  /** Reading ends with it, as with the time. */
  readonly until?: AbortSignal
}

const TIMEOUT_MS = 20_000
const MOST_REDIRECTIONS = 3
const MOST_VALIDATOR = 500
const REDIRECTED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Ends the reading with a code for its reader. */
class Unread extends Error {
  readonly problem: SubscriptionProblem
  constructor(problem: SubscriptionProblem) {
    super(problem)
    this.problem = problem
  }
}

/**
 * Reads a calendar at an address that somebody gave. Every name is resolved once and asked at the addresses that were checked: at public
 * ones only, over TLS, unless the operator named the origin; nobody outside leads to one that was named. Bounded in time, size and
 * redirections, and never rejects.
 */
export async function fetchCalendar(
  address: string,
  known: Validators,
  { network, isNamed, timeoutMs = TIMEOUT_MS, until }: FetchOptions,
): Promise<Fetched> {
  const url = calendarAddress(address)
  if (url === undefined) return { kind: 'failed', problem: 'address-invalid' }
  const end = new AbortController()
  const stop = (): void => end.abort()
  const timer = setTimeout(stop, timeoutMs)
  until?.addEventListener('abort', stop)
  try {
    return await read(url, known, network, isNamed, end.signal)
  } catch (error) {
    return { kind: 'failed', problem: end.signal.aborted ? 'timeout' : problemOf(error) }
  } finally {
    clearTimeout(timer)
    until?.removeEventListener('abort', stop)
    // What still comes is not wanted: the connection goes with the answer.
    end.abort()
  }
}

async function read(
  start: URL,
  known: Validators,
  network: Network,
  isNamed: IsNamed,
  signal: AbortSignal,
): Promise<Fetched> {
  let url = start
  let isTrusted = isNamed(start)
  for (let redirections = 0; ; redirections += 1) {
    if (!isTrusted && url.protocol !== 'https:') throw new Unread('address-invalid')
    const addresses = await unlessEnded(addressesOf(url, network), signal)
    if (!isTrusted && !addresses.every((one) => isPublicAddress(one.address)))
      throw new Unread('address-refused')
    const answer = await askAt(url, addresses, headersFor(known), network, signal)
    const status = answer.statusCode ?? 0
    if (!REDIRECTED.has(status)) return await answered(answer, status, signal)
    if (redirections === MOST_REDIRECTIONS) throw new Unread('redirected')
    const next = nextOf(answer.headers.location, url)
    answer.destroy()
    isTrusted &&= isNamed(next)
    url = next
  }
}

/** Where an answer leads: never from TLS to none. */
function nextOf(location: string | undefined, from: URL): URL {
  const next =
    location !== undefined && URL.canParse(location, from.href)
      ? calendarAddress(new URL(location, from.href).href)
      : undefined
  if (next === undefined || (from.protocol === 'https:' && next.protocol !== 'https:'))
    throw new Unread('redirected')
  return next
}

/** Nothing of who asks; packed answers are read, but not asked for. */
const headersFor = ({ etag, lastModified }: Validators): Readonly<Record<string, string>> => ({
  accept: 'text/calendar, */*;q=0.1',
  'accept-encoding': 'identity',
  'user-agent': 'Congso',
  connection: 'close',
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
})

async function answered(answer: IncomingMessage, status: number, signal: AbortSignal): Promise<Fetched> {
  if (status === 304) return { kind: 'unchanged' }
  if (status === 401 || status === 403) throw new Unread('forbidden')
  if (status === 404 || status === 410) throw new Unread('gone')
  if (status !== 200) throw new Unread('server-failed')
  const { etag, 'last-modified': lastModified } = answer.headers
  return {
    kind: 'calendar',
    bytes: await bodyOf(answer, signal),
    etag: kept(etag),
    lastModified: kept(lastModified),
  }
}

const kept = (validator: string | undefined): string | null =>
  validator === undefined || validator.length > MOST_VALIDATOR ? null : validator

async function bodyOf(answer: IncomingMessage, signal: AbortSignal): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > MOST_CALENDAR_BYTES) throw new Unread('too-large')
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const parts: Uint8Array[] = []
  let size = 0
  const take = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const part of source) {
      size += part.length
      if (size > MOST_CALENDAR_BYTES) throw new Unread('too-large')
      parts.push(part)
    }
  }
  if (encoding === 'gzip' || encoding === 'x-gzip') await pipeline(answer, createGunzip(), take, { signal })
  else if (encoding === 'identity' || encoding === '') await pipeline(answer, take, { signal })
  else throw new Unread('not-calendar')
  return Buffer.concat(parts)
}

function unlessEnded<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Unread('timeout')), { once: true })
    work.then(resolve, reject)
  })
}

const TLS_CODES = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|EPROTO)/

function problemOf(error: unknown): SubscriptionProblem {
  if (error instanceof Unread) return error.problem
  const { code = '' } = error as { readonly code?: string }
  if (code === 'ENOTFOUND') return 'host-unknown'
  if (TLS_CODES.test(code)) return 'certificate'
  if (code.startsWith('HPE_')) return 'server-failed'
  return code.startsWith('Z_') ? 'not-calendar' : 'unreachable'
}

/** A collection of a calendar server (RFC 4791) and who writes there. */
export interface CalendarServer {
  /** Of the collection; https, or http to this very machine. */
  readonly url: string
  readonly user: string
  readonly password: string
}

/** The server did something else than was asked: `status` of HTTP, 0 when there was no answer; of one that is no answer to what was asked its own. */
export class CalendarServerRefused extends Error {
  override readonly name = 'CalendarServerRefused'
  readonly status: number

  constructor(what: string, status: number, cause?: unknown) {
    super(`${what}: ${status === 0 ? 'no answer' : status}`, { cause })
    this.status = status
  }
}

export interface CalendarAnswer {
  readonly status: number
  /** Empty where the server names none. */
  readonly etag: string
  readonly bytes: Uint8Array
}
/** Says one thing to the server; rejects with `CalendarServerRefused` when no whole answer comes. */
export type CalendarRequest = (
  method: string,
  address: string,
  headers?: Readonly<Record<string, string>>,
  body?: string | Uint8Array,
) => Promise<CalendarAnswer>

const TIMEOUT_MS = 20_000
/** A listing of a year of weeks is some hundred kilobytes. */
const MOST_BYTES = 16 * 1024 * 1024

/** Redirections are not followed: the password is for this server alone. After `until` nothing more is asked. */
export function calendarRequest(
  { user, password }: Pick<CalendarServer, 'user' | 'password'>,
  until?: AbortSignal,
): CalendarRequest {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
  return async (method, address, headers = {}, body) => {
    try {
      const answer = await fetch(address, {
        method,
        headers: { authorization, ...headers },
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(until === undefined ? [] : [until])]),
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
      })
      return {
        status: answer.status,
        etag: answer.headers.get('etag') ?? '',
        bytes: await bounded(answer),
      }
    } catch (error) {
      throw error instanceof CalendarServerRefused ? error : new CalendarServerRefused(method, 0, error)
    }
  }
}

async function bounded(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    const bytes = part as Uint8Array
    length += bytes.length
    if (length > MOST_BYTES) throw new CalendarServerRefused('too large', answer.status)
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

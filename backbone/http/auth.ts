import type { FastifyRequest } from 'fastify'
import { createHash, timingSafeEqual } from 'node:crypto'
import { toHex } from '#shared/kernel/bytes.ts'
import type { RandomBytes } from '../ports.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { Problem } from './problem.ts'

/** Who is logged in. Tokens live as long as the process: a desk that is refused logs in again. */
export interface Sessions {
  /** A new bearer token for this person. */
  open(person: string): string
  personOf(token: string): string | undefined
  close(person: string): void
}

export function memorySessions(random: RandomBytes): Sessions {
  // Kept by hash, so that a look into memory or a timing difference yields no token.
  const people = new Map<string, string>()
  const keyOf = (token: string): string => createHash('sha256').update(token).digest('hex')
  return {
    open: (person) => {
      const token = toHex(random(32))
      people.set(keyOf(token), person)
      return token
    },
    personOf: (token) => people.get(keyOf(token)),
    close: (person) => {
      for (const [key, one] of people) if (one === person) people.delete(key)
    },
  }
}

/** The person of the request's bearer token; undefined when nobody is logged in with it. */
export const callerOf = (request: FastifyRequest, sessions: Sessions): string | undefined =>
  sessions.personOf(bearerOf(request))

/** The person of the request's bearer token; throws `no-session`. */
export function personOf(request: FastifyRequest, sessions: Sessions): string {
  const person = callerOf(request, sessions)
  if (person === undefined) throw new Problem('no-session')
  return person
}

/** True when the bearer is the secret itself. */
export function isSecret(request: FastifyRequest, secret: string): boolean {
  const given = createHash('sha256').update(bearerOf(request)).digest()
  return timingSafeEqual(given, createHash('sha256').update(secret).digest())
}

/** Throws `no-session` unless the bearer is the secret itself. */
export function requireSecret(request: FastifyRequest, secret: string): void {
  if (!isSecret(request, secret)) throw new Problem('no-session')
}

/** The workspace, if the person is somebody in it; otherwise it is as if it were not there. */
export async function workspaceFor(
  open: (id: string) => Promise<Workspace | undefined>,
  id: string,
  person: string,
): Promise<Workspace> {
  const workspace = await open(id)
  if (workspace === undefined || workspace.principalsOf(person).length === 0) throw new Problem('not-yours')
  return workspace
}

function bearerOf(request: FastifyRequest): string {
  return /^Bearer ([0-9A-Za-z._~+/-]{16,200}=*)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
}

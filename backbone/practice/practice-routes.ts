import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { practiceSession } from '#shared/protocol/practice.ts'
import {
  openPracticeSession,
  type PracticeKeys,
  type PracticePeople,
  type PracticeTrust,
} from '#shared/protocol/practice.ts'
import { requireSecret } from '../http/auth.ts'
import { Problem } from '../http/problem.ts'
import type { CongsoNode } from '../node.ts'
import type { PracticeSecrets } from './province/secrets.ts'
import { practiceAgencies } from './province/people.ts'
import { handlePkiRequest } from './pki/pki-http.ts'

export interface PracticeRoutesDeps {
  readonly secret: string
  readonly secrets: PracticeSecrets
  /** Puts the province back to its first day, after the answer has gone out. */
  readonly reset: () => void
}

const people: PracticePeople['people'] = practiceAgencies.flatMap(({ agency, posts }) =>
  posts.map(({ person, name, id, title }) => ({
    person,
    name,
    workspace: agency.id,
    agency: agency.name,
    post: id,
    title,
  })),
)
const ofPerson = z.object({ person: z.string() })

/** What the practice node gives to its own desk alone, against the secret; and, open as in service, the certification services. */
export function practiceRoutes(
  server: FastifyInstance,
  node: CongsoNode,
  { secret, secrets, reset }: PracticeRoutesDeps,
): void {
  const known = (person: string): string => {
    if (!people.some((one) => one.person === person)) throw new Problem('not-yours')
    return person
  }
  server.get('/v1/practice/people', (request): PracticePeople => {
    requireSecret(request, secret)
    return { people }
  })
  server.post('/v1/practice/session', (request): z.infer<typeof practiceSession> => {
    requireSecret(request, secret)
    return { token: node.sessions.open(known(openPracticeSession.parse(request.body).person)) }
  })
  server.get('/v1/practice/keys/:person', (request): Promise<PracticeKeys> => {
    requireSecret(request, secret)
    return secrets.keysOf(known(ofPerson.parse(request.params).person))
  })
  server.get('/v1/practice/trust', (request): PracticeTrust => {
    requireSecret(request, secret)
    return trustOf(secrets)
  })
  server.post('/v1/practice/reset', (request, reply) => {
    requireSecret(request, secret)
    reply.raw.once('finish', reset)
    return reply.status(202).send()
  })
  void server.register((pki, _options, done) => {
    pki.removeAllContentTypeParsers()
    pki.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body)
    })
    pki.all('/practice/pki/*', (request, reply) => {
      const path = (request.url.split('?')[0] ?? '').slice('/practice/pki'.length)
      const body = request.body instanceof Uint8Array ? request.body : new Uint8Array()
      const answer = handlePkiRequest(secrets.authority, { method: request.method, path, body })
      return reply.status(answer.status).type(answer.contentType).send(Buffer.from(answer.body))
    })
    done()
  })
}

/** The practice root as trust snapshot, with the lists of withdrawn certificates as of now. */
function trustOf({ authority }: PracticeSecrets): PracticeTrust {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  return {
    roots: [base64(authority.rootCertificate)],
    intermediates: [base64(authority.issuingCertificate)],
    ocspResponses: [],
    crls: [base64(authority.crl()), base64(authority.rootCrl())],
  }
}

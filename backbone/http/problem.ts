import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { ZodError } from 'zod'
import type { Journal } from '../ports.ts'

/**
 * Why a request is not answered. Sent as `{ code }`; stored by nobody, read by desks.
 * - `no-session`: no bearer token, or one the node does not know: log in again.
 * - `not-yours`: the workspace, or what was asked for in it, is not there for this person.
 * - `invalid-request`: the request does not parse; a bug or another protocol version.
 * - `protocol-unsupported`: the header `congso-protocol` names another version.
 * - `cursor-ahead`: the cursor lies behind the head: the log was restored from a backup.
 * - `chunk-corrupt`, `chunks-missing`, `content-differs`: see blobs.
 * - `key-taken`: the device key is certified for another person.
 * - `too-large`, `too-many-requests`, `busy`, `disk-full`: later, or smaller.
 * - `internal`: the node's own fault; its journal knows more.
 */
const problemStatus = {
  'no-session': 401,
  'not-yours': 404,
  'invalid-request': 400,
  'protocol-unsupported': 400,
  'cursor-ahead': 409,
  'chunk-corrupt': 422,
  'chunks-missing': 409,
  'content-differs': 422,
  'key-taken': 409,
  'too-large': 413,
  'too-many-requests': 429,
  busy: 503,
  'disk-full': 507,
  internal: 500,
} as const
export type ProblemCode = keyof typeof problemStatus

/** Thrown in a route to answer with a problem. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode

  constructor(code: ProblemCode) {
    super(code)
    this.code = code
  }
}

/** Every failure becomes `{ code }` with its status; what is our own fault is written down, never sent. */
export function answerProblems(server: FastifyInstance, journal: Journal): void {
  server.setErrorHandler((error: FastifyError, _request, reply) => sendProblem(reply, codeOf(error, journal)))
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not-yours'))
}

function sendProblem(reply: FastifyReply, code: ProblemCode): FastifyReply {
  return reply.status(problemStatus[code]).type('application/problem+json').send({ code })
}

function codeOf(error: FastifyError | Problem | ZodError, journal: Journal): ProblemCode {
  if (error instanceof Problem) return error.code
  if (error instanceof ZodError || error instanceof SyntaxError) return 'invalid-request'
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return 'too-large'
  if (status === 429) return 'too-many-requests'
  if (status === 503) return 'busy'
  if (status !== undefined && status >= 400 && status < 500) return 'invalid-request'
  journal.error('request failed', error)
  return isDiskFull(error) ? 'disk-full' : 'internal'
}

/** SQLITE_FULL, or the file system's own word. */
function isDiskFull(error: Error): boolean {
  const { code, errcode } = error as Error & { code?: string; errcode?: number }
  return code === 'ENOSPC' || errcode === 13
}

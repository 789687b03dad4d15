import type { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import { practiceKeys, practicePeople, practiceSession, practiceTrust } from '#shared/protocol/practice.ts'
import { nodeHttp, type NodeRequest } from '../backbone/node-http.ts'
import type { PracticeProvince } from './practice-province.port.ts'

export interface ProvinceOptions {
  /** Of the practice node; undefined while it does not run. */
  readonly address: () => string | undefined
  readonly secret: string
}

const bytesOf = (texts: readonly string[]): Uint8Array[] => texts.map(fromBase64)

/** The practice node over HTTP, with the secret it was started with. */
export function httpPracticeProvince({ address, secret }: ProvinceOptions): PracticeProvince {
  const http = nodeHttp({ address, token: () => Promise.resolve(secret), forgetToken: () => undefined })
  let known: Awaited<ReturnType<PracticeProvince['people']>> | undefined

  async function ask<T>(schema: z.ZodType<T>, request: NodeRequest): Promise<T> {
    const answer = schema.safeParse(await (await http(request)).json())
    if (!answer.success) throw new AppError('node-unreadable', {}, { cause: answer.error })
    return answer.data
  }

  return {
    async people() {
      known ??= (await ask(practicePeople, { method: 'GET', path: '/v1/practice/people' })).people
      return known
    },
    async openSession(person) {
      const body = { json: { person } }
      return (await ask(practiceSession, { method: 'POST', path: '/v1/practice/session', body })).token
    },
    async keyFiles(person) {
      const path = `/v1/practice/keys/${encodeURIComponent(person)}`
      const { pin, files } = await ask(practiceKeys, { method: 'GET', path })
      return files.map(({ use, certificate, file }) => ({
        use,
        certificate: fromBase64(certificate),
        file: fromBase64(file),
        practicePin: pin,
      }))
    },
    async trust() {
      const trust = await ask(practiceTrust, { method: 'GET', path: '/v1/practice/trust' })
      return {
        roots: bytesOf(trust.roots),
        intermediates: bytesOf(trust.intermediates),
        ocspResponses: bytesOf(trust.ocspResponses),
        crls: bytesOf(trust.crls),
      }
    },
  }
}

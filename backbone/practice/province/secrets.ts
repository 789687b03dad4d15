import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PracticeKeys } from '#shared/protocol/practice.ts'
import {
  createPracticeAuthority,
  restorePracticeAuthority,
  type IssuedIdentity,
  type PracticeAuthority,
} from '../pki/authority.ts'
import type { SealedFiles } from '../../sealing/sealed-files.ts'
import { PROVINCE_PLACE, type PracticeAgency } from './people.ts'

/** Opens every practice key file. Printed in the guide: it protects nothing. */
const PRACTICE_PIN = '246810'

/** The keys of the province: those who sign have one, each clerk keeps the seal of the agency. */
export interface PracticeSecrets {
  readonly authority: PracticeAuthority
  keysOf(person: string): Promise<PracticeKeys>
}

/** Keys made just now, still in memory: what the first day is signed with. */
export interface FreshSecrets extends PracticeSecrets {
  readonly identityOf: (holder: string) => IssuedIdentity
}

const AUTHORITY = 'authority'
const fileOf = (person: string): string => `keys of ${person}`
const stored = z.array(
  z.object({ use: z.enum(['person', 'seal']), certificate: z.base64(), file: z.base64() }),
)

/** Name of a seal among the identities. */
export const sealOf = (agency: string): string => `seal/${agency}`
/** Who needs a personal key: leaders sign, unit heads initial, and a specialist signs the minutes of a meeting as its secretary. */
const SIGNING_PARTS: ReadonlySet<string> = new Set(['director', 'deputy', 'unit-head', 'specialist'])

/** Whether somebody in this part has a personal key. */
export const hasKey = (part: string): boolean => SIGNING_PARTS.has(part)

/** Makes the authority and all keys and keeps them in these files. */
export async function makeSecrets(
  kept: SealedFiles,
  agencies: readonly PracticeAgency[],
  now: () => Date,
): Promise<FreshSecrets> {
  const authority = await createPracticeAuthority({
    organisation: 'Cơ quan chứng thực luyện tập tỉnh Minh Giang',
    // RSA would take seconds, and the first window waits for this.
    authorityKeyType: 'ec-p256',
    now,
  })
  const identities = new Map<string, IssuedIdentity>()
  const files = new Map<string, PracticeKeys['files']>()
  const keep = async (person: string, use: 'person' | 'seal', identity: IssuedIdentity): Promise<void> => {
    const file = {
      use,
      certificate: Buffer.from(identity.certificateDer).toString('base64'),
      file: Buffer.from(await identity.pkcs12(PRACTICE_PIN)).toString('base64'),
    }
    files.set(person, [...(files.get(person) ?? []), file])
  }
  await Promise.all(
    agencies.flatMap(({ agency, posts }) => [
      ...posts
        .filter((post) => hasKey(post.part))
        .map(async ({ person, name, title }) => {
          const request = {
            kind: 'person',
            commonName: name,
            title,
            organisation: agency.name,
            locality: PROVINCE_PLACE,
          } as const
          const identity = await authority.issue(request)
          identities.set(person, identity)
          await keep(person, 'person', identity)
        }),
      ...posts
        .filter((post) => post.part === 'clerk')
        .map(async ({ person }) => {
          const request = {
            kind: 'seal',
            commonName: agency.name,
            organisation: agency.name,
            locality: PROVINCE_PLACE,
          } as const
          const identity = await authority.issue(request)
          identities.set(sealOf(agency.id), identity)
          await keep(person, 'seal', identity)
        }),
    ]),
  )
  await kept.write(AUTHORITY, authority.serialize())
  await Promise.all([...files].map(([person, list]) => kept.write(fileOf(person), JSON.stringify(list))))
  return {
    ...secretsIn(kept, authority),
    identityOf: (holder) => {
      const identity = identities.get(holder)
      if (identity === undefined) throw new RangeError(`${holder} has no key`)
      return identity
    },
  }
}

/** SHA-256 of the certificate, as posts register it. */
export function certificateHash(identity: IssuedIdentity): string {
  return createHash('sha256').update(identity.certificateDer).digest('hex')
}

/** The keys made on the first day. Rejects with RangeError when there are none. */
export async function openSecrets(kept: SealedFiles): Promise<PracticeSecrets> {
  const authority = await kept.read(AUTHORITY)
  if (authority === undefined) throw new RangeError('the practice authority is gone')
  return secretsIn(kept, restorePracticeAuthority(authority))
}

function secretsIn(kept: SealedFiles, authority: PracticeAuthority): PracticeSecrets {
  return {
    authority,
    keysOf: async (person) => {
      const files = await kept.read(fileOf(person))
      const list: unknown = files === undefined ? [] : JSON.parse(new TextDecoder().decode(files))
      return { pin: PRACTICE_PIN, files: stored.parse(list) }
    },
  }
}

import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { PracticeKeys } from '#shared/protocol/practice.ts'
import {
  createPracticeAuthority,
  restorePracticeAuthority,
  type IssuedIdentity,
  type PracticeAuthority,
} from '../pki/authority.ts'
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

const AUTHORITY_FILE = 'authority.json'
const stored = z.array(
  z.object({ use: z.enum(['person', 'seal']), certificate: z.base64(), file: z.base64() }),
)

/** Name of a seal among the identities. */
export const sealOf = (agency: string): string => `seal/${agency}`
/** Who needs a personal key: leaders sign, unit heads initial. */
const SIGNING_PARTS = new Set(['director', 'deputy', 'unit-head'])

/** Makes the authority and all keys and writes them into the folder, which only the owner may read. */
export async function makeSecrets(
  folder: string,
  agencies: readonly PracticeAgency[],
  now: () => Date,
): Promise<FreshSecrets> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
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
        .filter((post) => SIGNING_PARTS.has(post.part))
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
  await writeFile(join(folder, AUTHORITY_FILE), authority.serialize(), { mode: 0o600 })
  await Promise.all(
    [...files].map(([person, list]) =>
      writeFile(fileOf(folder, person), JSON.stringify(list), { mode: 0o600 }),
    ),
  )
  return {
    ...secretsIn(folder, authority),
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

/** The keys made on the first day. */
export async function openSecrets(folder: string): Promise<PracticeSecrets> {
  return secretsIn(folder, restorePracticeAuthority(await readFile(join(folder, AUTHORITY_FILE))))
}

function secretsIn(folder: string, authority: PracticeAuthority): PracticeSecrets {
  return {
    authority,
    keysOf: async (person) => {
      const text = await readFile(fileOf(folder, person), 'utf8').catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '[]'
        throw error
      })
      return { pin: PRACTICE_PIN, files: stored.parse(JSON.parse(text)) }
    },
  }
}

function fileOf(folder: string, person: string): string {
  if (!/^[a-z-]{1,64}$/.test(person)) throw new RangeError('not a practice person')
  return join(folder, `${person}.keys.json`)
}

import {
  createPracticeAuthority,
  type IssuedIdentity,
  type PracticeAuthority,
} from '../../backbone/practice/pki/authority.ts'
import type { RawLayout, RawObjects } from './raw-pdf.ts'
import { aForm, drawnNumber, filledField, FORM, signRaw } from './signed-pdf.ts'

/** Everyone who signs a letter, with the authority that knows them, and a stranger it does not know. */
export interface SigningWorld {
  readonly authority: PracticeAuthority
  readonly drafter: IssuedIdentity
  readonly leader: IssuedIdentity
  readonly seal: IssuedIdentity
  readonly stranger: IssuedIdentity
}

/** `now` is the clock of the authority and its services. */
export async function aSigningWorld(now: () => Date = () => new Date()): Promise<SigningWorld> {
  const authority = await createPracticeAuthority({
    organisation: 'Tỉnh An Hải',
    authorityKeyType: 'ec-p256',
    now,
  })
  const elsewhere = await createPracticeAuthority({ organisation: 'Nơi khác', authorityKeyType: 'ec-p256' })
  const organisation = 'Sở Nội vụ tỉnh An Hải'
  return {
    authority,
    drafter: await authority.issue({ kind: 'person', commonName: 'Đỗ Thị Mẫu', organisation }),
    leader: await authority.issue({
      kind: 'person',
      commonName: 'Lý Văn Thử',
      organisation,
      keyType: 'rsa-2048',
    }),
    seal: await authority.issue({ kind: 'seal', commonName: organisation, organisation }),
    stranger: await elsewhere.issue({ kind: 'person', commonName: 'Người lạ', organisation: 'Nơi khác' }),
  }
}

export interface LetterOptions {
  readonly timestamps?: boolean
  /** Claimed time of the signatures; now unless told. */
  readonly time?: Date
  readonly base?: RawObjects
  readonly baseLayout?: RawLayout
  readonly updateLayout?: RawLayout
}

/** Object numbers that the seal adds for what it fills in. */
const NUMBER_APPEARANCE = 200
const DATE_APPEARANCE = 201

/** A letter with initials and the leader's signature, number and date still open. */
export async function aSignedLetter(world: SigningWorld, options: LetterOptions = {}): Promise<Uint8Array> {
  const more = {
    ...(options.timestamps === true ? { timestamp: world.authority } : {}),
    ...(options.time === undefined ? {} : { time: options.time }),
    ...(options.updateLayout === undefined ? {} : { layout: options.updateLayout }),
  }
  const base = aForm(options.base, options.baseLayout)
  const initialled = await signRaw(base, { field: 'initials', identity: world.drafter, ...more })
  const dictionary = fieldLock('/Action /Exclude /Fields [(number) (date) (seal)]')
  return signRaw(initialled, { field: 'leader', identity: world.leader, dictionary, ...more })
}

/** The same letter numbered, dated and sealed in one update. */
export async function aSealedLetter(world: SigningWorld, options: LetterOptions = {}): Promise<Uint8Array> {
  const signed = await aSignedLetter(world, options)
  return signRaw(signed, {
    field: 'seal',
    identity: world.seal,
    dictionary: fieldLock('/Action /All'),
    objects: {
      [FORM.number]: filledField('number', '12/SNV', NUMBER_APPEARANCE),
      [FORM.date]: filledField('date', '05/11/2026', DATE_APPEARANCE),
      [NUMBER_APPEARANCE]: drawnNumber('12/SNV'),
      [DATE_APPEARANCE]: drawnNumber('05/11/2026'),
    },
    ...(options.timestamps === true ? { timestamp: world.authority } : {}),
    ...(options.time === undefined ? {} : { time: options.time }),
    ...(options.updateLayout === undefined ? {} : { layout: options.updateLayout }),
  })
}

/** The FieldMDP transform of a signature dictionary. */
export function fieldLock(parameters: string): string {
  const transform = `<< /Type /TransformParams /V /1.2 ${parameters} >>`
  return `/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams ${transform} >>]`
}

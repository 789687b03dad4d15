import { createHash } from 'node:crypto'
import { ownFiles } from '../../backbone/practice/first-day/own-files.ts'
import type { IssuedIdentity } from '../../backbone/practice/pki/authority.ts'
import type { Agency, Post } from '../../shared/domain/directory/directory.ts'
import { aSigningWorld, fieldLock, type SigningWorld } from './sealed-letter.ts'
import { must, syncAll } from './sync-acts.ts'
import { aForm, drawnNumber, filledField, FORM, signRaw } from './signed-pdf.ts'
import { OFFICE, type SyncOffice, type TestDesk } from './sync-office.ts'

type Signing = 'drafter' | 'unit-head' | 'leader'

/** What an act says of something whose id stands in its aggregate. */
function withoutId<T extends { readonly id: string }>({ id, ...rest }: T): Omit<T, 'id'> {
  if (id === '') throw new RangeError('an aggregate has an id')
  return rest
}

/** Real signatures of the people of an office that a node looks at: each post has a certificate of its own, and the agency its seal. */
export class PapersSigned {
  readonly #office: SyncOffice
  readonly #world: SigningWorld
  readonly #identities: Readonly<Record<Signing, IssuedIdentity>>

  private constructor(office: SyncOffice, world: SigningWorld, identities: Record<Signing, IssuedIdentity>) {
    this.#office = office
    this.#world = world
    this.#identities = identities
  }

  /** Registers the certificates, and starts the node again as one that checks what is signed. */
  static async begin(office: SyncOffice): Promise<PapersSigned> {
    const world = await aSigningWorld(() => new Date(office.clock.now()))
    const head = await world.authority.issue({
      kind: 'person',
      commonName: 'Hoàng Văn Kiểm',
      organisation: 'Sở Nội vụ tỉnh An Hải',
    })
    const identities = { drafter: world.drafter, 'unit-head': head, leader: world.leader }
    for (const [who, identity] of Object.entries(identities)) {
      const aggregate = { kind: 'post', id: `${OFFICE}-${who}` } as const
      const post = (await office.workspace.state(aggregate)) as Post
      const payload = { ...withoutId(post), certificate: hashOf(identity) }
      await office.workspace.act([{ aggregate, type: 'post.appoint', payload }])
    }
    const aggregate = { kind: 'agency', id: OFFICE } as const
    const agency = (await office.workspace.state(aggregate)) as Agency
    const payload = { ...withoutId(agency), seal: hashOf(world.seal) }
    await office.workspace.act([{ aggregate, type: 'agency.establish', payload }])
    await office.stopNode()
    office.foreign = ownFiles(world.authority)
    await office.startNode()
    return new PapersSigned(office, world, identities)
  }

  /** From the submission to the issue: initialled (of minutes by their secretary), signed, numbered, sealed; each on its own desk. Answers the sealed file. */
  async issue(
    id: string,
    by: { reviewer: TestDesk; who: Signing; signer: TestDesk; clerk: TestDesk },
  ): Promise<Uint8Array> {
    const { reviewer, who, signer, clerk } = by
    const time = new Date(this.#office.clock.now())
    const initialled = await signRaw(aForm(), { field: 'initials', identity: this.#identities[who], time })
    await this.#put(reviewer, id, 'initial', initialled)
    const dictionary = fieldLock('/Action /Exclude /Fields [(number) (date) (seal)]')
    const signed = await signRaw(initialled, {
      ...{ field: 'leader', identity: this.#identities.leader, dictionary, time },
    })
    await this.#put(signer, id, 'sign', signed)
    await syncAll(clerk)
    await clerk.desk.giveNumber({ kind: 'document', id }, 'book-out')
    await syncAll(clerk)
    const sealed = await signRaw(signed, {
      ...{ field: 'seal', identity: this.#world.seal, dictionary: fieldLock('/Action /All'), time },
      objects: { [FORM.number]: filledField('number', '1/SNV', 200), 200: drawnNumber('1/SNV') },
    })
    await this.#put(clerk, id, 'seal', sealed)
    await must(clerk, 'document', id, 'document.issue')
    await this.#settled(clerk)
    return sealed
  }

  async #put(desk: TestDesk, id: string, verb: string, bytes: Uint8Array): Promise<void> {
    await syncAll(desk)
    await must(desk, 'document', id, `document.${verb}`, { pdf: desk.aFile(bytes), level: 'B-B' })
    await this.#settled(desk)
  }

  /** What was done is on the log, and the node has drawn its conclusions. */
  async #settled(desk: TestDesk): Promise<void> {
    await syncAll(desk)
    await this.#office.node.settled()
    await syncAll(desk)
  }
}

const hashOf = ({ certificateDer }: IssuedIdentity): string =>
  createHash('sha256').update(certificateDer).digest('hex')

import type { Instant } from '../../kernel/instant.ts'
import { foldText } from '../../kernel/text-folding.ts'
import type { Role } from '../decision.ts'

/** An agency (cơ quan): owner of a workspace. `codes`: its identification codes on the axis, the first is the main one. */
export interface Agency {
  readonly id: string
  /** Full name, as others address it: `Sở Nội vụ tỉnh Minh Giang`. */
  readonly name: string
  /** Name as printed below the superior body (Decree 30 Annex I II.2): `Sở Nội vụ`. */
  readonly letterhead: string
  /** Direct superior body (cơ quan chủ quản), printed above the name; empty when none is printed. */
  readonly superior: string
  /** Abbreviation in symbols: `SNV`. */
  readonly abbreviation: string
  /** Place of issue (địa danh). */
  readonly place: string
  readonly codes: readonly string[]
  /** Title of the head, in capitals: `GIÁM ĐỐC`. */
  readonly headTitle: string
  readonly email: string
  readonly practice: boolean
  /** Certificate of the agency's seal, SHA-256 of its DER as hex; absent where none is registered. */
  readonly seal?: string | undefined
  /** Bodies that decide together; absent: none is named. */
  readonly collectives?: readonly Collective[]
  /** What such bodies were until they were changed or ended, oldest first; absent: nothing. */
  readonly formerCollectives?: readonly FormerCollective[]
}

/** A body of the agency that decides together (hội đồng, ủy ban, ban): what it decides is a nghị quyết, signed on its behalf (TM., Decree 30 Art 13.2). */
export interface Collective {
  readonly id: string
  /** `Hội đồng Khoa học và Công nghệ`. */
  readonly name: string
  /** Short form in symbols: `HĐKHCN`. */
  readonly abbreviation: string
  /** What whoever signs is in it: `Chủ tịch`. */
  readonly title: string
  /** Post that signs on its behalf. */
  readonly signer: string
}

/** A collective as it was until a moment: what it issued by then keeps these words. */
export interface FormerCollective extends Collective {
  readonly until: Instant
}

/** A unit (đơn vị) of the agency. */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly abbreviation: string
}

/** A person in an office (chức danh). One person may hold several (kiêm nhiệm). */
export interface Post {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly roles: readonly Role[]
  /** Personal certificate registered for signing, SHA-256 of its DER as hex; null when the post does not sign. */
  readonly certificate: string | null
}

/** Whether a post is that of the head of the agency, by its title. */
export const isHeadOf = (
  { title, roles }: Pick<Post, 'title' | 'roles'>,
  { headTitle }: Pick<Agency, 'headTitle'>,
) => roles.includes('leader') && headTitle !== '' && foldText(title) === foldText(headTitle)

/** A desk's device key, certified at login. */
export interface Device {
  readonly id: string
  readonly person: string
  /** Raw Ed25519 public key, base64. */
  readonly key: string
  readonly until: string
  /** What it signed as made earlier than this does not count; absent for one certified before this was kept. */
  readonly from?: string | undefined
}

/** An agency one may write to. `onBackbone`: whether the axis list names it now. */
export interface Correspondent {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly onBackbone: boolean
}

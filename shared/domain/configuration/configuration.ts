import type { ActorRef } from '../decision.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import type { AgencySettings } from './settings.ts'

/** The one configuration of an agency. */
export const CONFIGURATION_ID = 'agency'

/** A version that was published: never changed, never taken away. */
export interface ConfigurationVersion {
  /** 1, 2, 3 … */
  readonly number: number
  /** First day on which it holds. */
  readonly from: LocalDate
  /** Why, as the decision of the head that it follows. */
  readonly reason: string
  /** The version whose settings it brings back; null: new ones. */
  readonly restores: number | null
  readonly settings: AgencySettings
  readonly at: Instant
  readonly by: ActorRef
}

/** Settings that are worked on; everyone in the agency may look at what they would change. */
export interface ConfigurationDraft {
  /** Rises with every saving, so that nothing is published but what was looked at. */
  readonly number: number
  /** The newest version when it was saved; 0: none. */
  readonly basedOn: number
  readonly settings: AgencySettings
  readonly at: Instant
  readonly by: ActorRef
}

/** Versions of what an agency set for itself, oldest first, and the draft of the next one. */
export interface Configuration {
  readonly id: string
  readonly versions: readonly ConfigurationVersion[]
  readonly draft: ConfigurationDraft | null
  /** How often a draft was saved. */
  readonly saved: number
}

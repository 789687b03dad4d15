import type { Instant } from '#shared/kernel/instant.ts'

/** What a file says about itself. `tool` names the program and its version; `createdAt` is the moment of freezing. */
export interface DocumentMeta {
  readonly title: string
  readonly language: string
  readonly author?: string
  readonly subject?: string
  readonly tool: string
  readonly createdAt: Instant
}

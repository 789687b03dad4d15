import { z } from 'zod'
import type { RuleId } from '../domain/law/rules.ts'
import { signedCommand } from '../log/command.ts'

/** Version of everything in this folder; sent as header `congso-protocol`. */
export const PROTOCOL_VERSION = 1

/** `POST /v1/commands`: at most 256, in causal order; each is decided by itself. */
export const submitCommands = z.strictObject({
  workspace: z.string(),
  commands: z.array(signedCommand).min(1).max(256),
})
export type SubmitCommands = z.infer<typeof submitCommands>

/**
 * What became of a command. `accepted`: it is in the log at `seq` (also when it was there before: `again`). `refused`: a rule forbids it,
 * a person decides. `rejected`: it cannot be read or believed (bad signature, unknown device, id used for other content).
 */
export const commandOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({
    id: z.string(),
    outcome: z.literal('accepted'),
    seq: z.int().positive(),
    again: z.boolean(),
  }),
  z.strictObject({
    id: z.string(),
    outcome: z.literal('refused'),
    rule: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.strictObject({
    id: z.string(),
    outcome: z.literal('rejected'),
    code: z.enum([
      'unreadable',
      'bad-signature',
      'unknown-device',
      'id-conflict',
      'wrong-workspace',
      'blob-missing',
    ]),
  }),
])
export type CommandOutcome = z.infer<typeof commandOutcome>

/** Rules by which the node only says that it is not through with what it does by itself. */
const tooEarly = new Set<string>(['signature-unchecked'] satisfies RuleId[])

/** Whether the same command may be sent again as it is, once the log has grown. */
export const isTooEarly = (outcome: CommandOutcome): boolean =>
  outcome.outcome === 'refused' && tooEarly.has(outcome.rule)

export const submitAnswer = z.strictObject({
  serverTime: z.iso.datetime({ precision: 3 }),
  outcomes: z.array(commandOutcome),
})
export type SubmitAnswer = z.infer<typeof submitAnswer>

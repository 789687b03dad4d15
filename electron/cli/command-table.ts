import type { Command } from './command.ts'

/** Every command with its module, loaded when called: a new command is a file in `commands/` and a line here. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  edxml: async () => (await import('./commands/edxml.ts')).edxmlCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
}

import type { Command } from './command.ts'

/** Every command with its module, loaded when called: a new command is a file in `commands/` and a line here. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  ballot: async () => (await import('./commands/ballot.ts')).ballotCommand,
  edxml: async () => (await import('./commands/edxml.ts')).edxmlCommand,
  ics: async () => (await import('./commands/ics.ts')).icsCommand,
  node: async () => (await import('./commands/node.ts')).nodeCommand,
  render: async () => (await import('./commands/render.ts')).renderCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
}

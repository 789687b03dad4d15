import { useCallback, type ReactNode } from 'react'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { CommandProvider } from '../commands/command-provider.tsx'
import type { CommandRegistry } from '../commands/command-registry.ts'
import type { Command } from '../commands/command.ts'
import { reading } from '../database/reading.ts'
import { useRefusal } from '../workplace/refusal-notice.tsx'

/** The keyboard over everything below; a command that may not run says its rule. */
export function Commands({
  registry,
  children,
}: {
  readonly registry: CommandRegistry
  readonly children: ReactNode
}) {
  const refuse = useRefusal()
  const onRefused = useCallback((_: Command, rule: string) => refuse({ rule: rule as RuleId }), [refuse])
  return (
    <CommandProvider registry={registry} onRefused={onRefused} reading={reading}>
      {children}
    </CommandProvider>
  )
}

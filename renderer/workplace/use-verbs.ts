import { useMemo } from 'react'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { useCommands } from '../commands/command-provider.tsx'
import type { Command } from '../commands/command.ts'
import type { Shortcut } from '../commands/shortcut.ts'
import { verbsOf } from '../commands/verbs-of.ts'
import { useT } from '../i18n/language-provider.tsx'
import type { MessageKey, MessageValues } from '../i18n/messages.ts'
import type { IconName } from '../ui/icons.ts'
import type { Verb } from '../ui/verb-bar.tsx'
import { ruleNotice } from './refusal-notice.tsx'

interface VerbOptions {
  readonly icon?: IconName
  readonly shortcut?: Shortcut
  readonly values?: MessageValues
  /** The rule that keeps it from being done now. */
  readonly rule?: RuleId | undefined
}

/** An act on what is selected: button, palette and key in one. */
export function verb(
  id: string,
  title: MessageKey,
  run: () => unknown,
  { icon, shortcut, values, rule }: VerbOptions = {},
): Command {
  return {
    id,
    title,
    titleValues: values,
    group: 'selection',
    icon,
    shortcut,
    isEnabled: () => (rule === undefined ? true : { rule }),
    run: () => void run(),
  }
}

/** Offers commands while the calling part is on screen, and answers them as buttons of a verb bar. Pass a memoised list. */
export function useVerbs(commands: readonly Command[]): readonly Verb[] {
  const t = useT()
  useCommands(commands)
  return useMemo(() => verbsOf(commands, t, (rule) => ruleNotice(t, rule as RuleId)), [commands, t])
}

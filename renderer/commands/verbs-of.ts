import type { Translate } from '../i18n/messages.ts'
import type { Verb, VerbRule } from '../ui/verb-bar.tsx'
import type { Command } from './command.ts'
import { keysOf } from './shortcut.ts'

/** The text of a rule by its id. */
export type RuleWords = (rule: string) => VerbRule

/** Commands as the buttons of a verb bar; what cannot be done now carries its reason. */
export function verbsOf(commands: readonly Command[], t: Translate, ruleWords: RuleWords): readonly Verb[] {
  return commands.map((command) => {
    const enabled = command.isEnabled()
    return {
      id: command.id,
      label: t(command.title, command.titleValues),
      icon: command.icon,
      keys: command.shortcut === undefined ? undefined : keysOf(command.shortcut),
      why: enabled === true ? undefined : ruleWords(enabled.rule),
      run: () => void command.run(),
    }
  })
}

import type { MessageKey, MessageValues } from '../i18n/messages.ts'
import type { IconName } from '../ui/icons.ts'
import type { Shortcut } from './shortcut.ts'

/** Where a command stands in palette and key list. */
export const commandGroups = ['selection', 'commands', 'documents', 'people', 'places'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** May be run now, or the rule that keeps it from it; its words are `law.<rule>.words`. */
export type Enabled = true | { readonly rule: string }

/** One act a user can see: menu, button, palette and shortcut all come from it. */
export interface Command {
  readonly id: string
  readonly title: MessageKey
  readonly titleValues?: MessageValues | undefined
  readonly group: CommandGroup
  readonly icon?: IconName | undefined
  readonly shortcut?: Shortcut | undefined
  /** Further shortcuts that do the same, and are not shown. */
  readonly also?: readonly Shortcut[] | undefined
  /** Asked each time it is shown or pressed. */
  readonly isEnabled: () => Enabled
  readonly run: () => void | Promise<void>
}

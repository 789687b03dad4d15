import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import { useCommands } from '../commands/command-provider.tsx'
import type { Command } from '../commands/command.ts'
import { takesText } from '../commands/key-targets.ts'
import type { DocumentTab } from '../ui/document-tabs.tsx'
import { useToast } from '../ui/toast.tsx'
import { useIsHead } from '../workplace/me.ts'
import { useApp } from './app-context.ts'
import { focusPane, leaveField } from './panes.ts'
import type { Place } from './places.ts'

interface ShellCommands {
  readonly places: readonly Place[]
  readonly people: readonly PracticePerson[]
  readonly tabs: readonly DocumentTab[]
  readonly onFind: () => void
  readonly onKeys: () => void
  readonly onRules: () => void
  readonly onTab: (id: string) => void
  readonly onSwitch: (person: PracticePerson) => void
}

const TABS_BY_KEY = 9

/** The keys that work on every screen. */
export function useShellCommands(shell: ShellCommands): void {
  const { places, people, tabs, onFind, onKeys, onRules, onTab, onSwitch } = shell
  const navigate = useNavigate()
  const { history } = useRouter()
  const { undo, canUndo } = useToast()
  const { settings, changeSettings } = useApp()
  const isHead = useIsHead()
  useCommands(
    useMemo(
      () => [
        general('palette.open', 'shell.commands.openPalette', 'Control+KeyK', onFind),
        { ...general('keys.show', 'shell.commands.showKeys', 'Shift+Slash', onKeys), also: ['F1'] },
        general('rules.show', 'shell.commands.showRules', undefined, onRules),
        ...(canUndo ? [general('toast.undo', 'common.undo', 'Control+KeyZ', undo)] : []),
        general('panes.next', 'shell.commands.nextPane', 'F6', () => focusPane(1)),
        general('panes.previous', 'shell.commands.previousPane', 'Shift+F6', () => focusPane(-1)),
        general('history.back', 'common.back', 'Alt+ArrowLeft', () => history.back()),
        general('history.forward', 'shell.commands.forward', 'Alt+ArrowRight', () => history.forward()),
        ...(isHead
          ? [
              general('delegation.give', 'delegation.signing.command', undefined, () =>
                navigate({ to: '/delegation' }),
              ),
            ]
          : []),
        general('scheme.toggle', 'shell.commands.toggleScheme', undefined, () =>
          changeSettings({ scheme: settings.scheme === 'dark' ? 'light' : 'dark' }),
        ),
        general('language.switch', 'shell.commands.switchLanguage', undefined, () =>
          changeSettings({ language: settings.language === 'vi' ? 'en' : 'vi' }),
        ),
        ...places.map((place) => goTo(place, () => void navigate({ to: place.path }))),
      ],
      [places, isHead, navigate, history, changeSettings, settings, onFind, onKeys, onRules, undo, canUndo],
    ),
  )
  useCommands(
    useMemo(
      () => [
        ...tabs.slice(0, TABS_BY_KEY).map((tab, index): Command => ({
          ...general(`tab.${tab.id}`, 'shell.commands.showTab', `Control+Digit${index + 1}`, () =>
            onTab(tab.id),
          ),
          titleValues: { title: tab.title },
          group: 'documents',
          icon: tab.icon,
        })),
        ...people.map((one): Command => ({
          ...general(`switch.${one.post}`, 'practice.switchToPost', undefined, () => onSwitch(one)),
          titleValues: { name: one.name, title: one.title },
          group: 'people',
        })),
      ],
      [tabs, people, onTab, onSwitch],
    ),
  )
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (!takesText(event.target) || !(event.target instanceof HTMLElement)) return
      event.preventDefault()
      leaveField(event.target)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

const goTo = (place: Place, run: () => void): Command => ({
  id: `go.${place.id}`,
  title: place.label,
  group: 'places',
  icon: place.icon,
  shortcut: place.go === null ? undefined : shortcutTo(place.go.code),
  isEnabled: () => true,
  run,
})

const shortcutTo = (code: string): string => (code.startsWith('Key') ? `KeyG ${code}` : code)

const general = (
  id: string,
  title: Command['title'],
  shortcut: string | undefined,
  run: () => unknown,
): Command => ({ id, title, group: 'commands', shortcut, isEnabled: () => true, run: () => void run() })

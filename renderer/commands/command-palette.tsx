import { Portal } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { useId, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { cx } from '../ui/cx.ts'
import { useFocusReturn } from '../ui/focus-return.ts'
import { focusScope } from '../ui/focus-scope.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icons.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { useCommandList } from './command-provider.tsx'
import classes from './command-palette.module.css'
import type { RuleWords } from './verbs-of.ts'
import { keysOf } from './shortcut.ts'
import { findEntries, inGroups } from './palette-search.ts'
import type { PaletteEntry } from './palette-search.ts'

/** Documents, people and agencies found elsewhere for the query, the best first. */
export interface PaletteHit extends PaletteEntry {
  readonly group: 'documents' | 'people'
  readonly detail?: string | undefined
  readonly icon?: IconName | undefined
  readonly run: () => void
}

export interface CommandPaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly ruleWords: RuleWords
  /** What cannot be done was chosen: its rule is to be read. */
  readonly onRefused: (rule: string) => void
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly hits?: readonly PaletteHit[]
}

interface Line extends PaletteEntry {
  readonly icon?: IconName | undefined
  readonly detail?: string | undefined
  readonly keys?: string | undefined
  readonly rule?: string | undefined
  readonly run: () => void
}

/** Find or command, 640 px at 96 px from the top: verbs of the selection first, each with its key so that it teaches. */
export function CommandPalette(props: CommandPaletteProps) {
  if (!props.isOpen) return null
  return (
    <Portal>
      <div className={classes.scrim} onClick={props.onClose} />
      <OpenPalette {...props} />
    </Portal>
  )
}

function OpenPalette({ onClose, ruleWords, onRefused, query, onQuery, hits = [] }: CommandPaletteProps) {
  const t = useT()
  const listId = useId()
  const commands = useCommandList()
  const [active, setActive] = useState(0)
  const ref = useMergedRef(useFocusReturn(), focusScope)

  const lines = useMemo(() => {
    const ofCommands = commands.map((command): Line => {
      const enabled = command.isEnabled()
      return {
        id: command.id,
        group: command.group,
        title: t(command.title, command.titleValues),
        icon: command.icon,
        keys: command.shortcut === undefined ? undefined : keysOf(command.shortcut),
        rule: enabled === true ? undefined : enabled.rule,
        detail: enabled === true ? undefined : ruleWords(enabled.rule).words,
        run: () => void command.run(),
      }
    })
    return inGroups<Line>([...findEntries<Line>(ofCommands, query), ...hits])
  }, [commands, hits, query, ruleWords, t])
  const current = Math.min(active, lines.length - 1)

  const run = (line: Line | undefined) => {
    if (line === undefined) return
    onClose()
    if (line.rule === undefined) line.run()
    else onRefused(line.rule)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const move = moves[event.code]
    if (move !== undefined && lines.length > 0) setActive((current + move + lines.length) % lines.length)
    else if (event.code === 'Enter') run(lines[current])
    else if (event.code === 'Escape') onClose()
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={ref}
      role="dialog"
      aria-modal
      aria-label={t('shell.palette.label')}
      className={classes.palette}
      onKeyDown={onKeyDown}
    >
      <div className={classes.field}>
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={lines.length > 0 ? `${listId}-${current}` : undefined}
          aria-label={t('shell.palette.label')}
          className={classes.input}
          placeholder={t('shell.palette.placeholder')}
          value={query}
          onChange={(event) => {
            onQuery(event.currentTarget.value)
            setActive(0)
          }}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('shell.palette.label')} className={classes.lines}>
        {lines.map((line, index) => (
          <div key={line.id} role="presentation">
            {line.group !== lines[index - 1]?.group && (
              <div className={classes.group} role="presentation">
                {t(`shell.palette.groups.${line.group}`)}
              </div>
            )}
            <div
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              aria-disabled={line.rule !== undefined}
              ref={index === current ? scrollToView : undefined}
              className={cx(
                classes.line,
                index === current && classes.current,
                line.rule !== undefined && classes.off,
              )}
              onPointerMove={() => setActive(index)}
              onClick={() => run(line)}
            >
              <span className={classes.icon}>{line.icon !== undefined && <Icon name={line.icon} />}</span>
              <span className={cx(classes.title, 'ellipsis', 'num')}>{line.title}</span>
              <span className={cx(classes.detail, 'ellipsis', 'num')}>{line.detail}</span>
              {line.keys !== undefined && <KeyHint keys={line.keys} />}
            </div>
          </div>
        ))}
      </div>
      {lines.length === 0 && <p className={classes.empty}>{t('shell.palette.empty', { query })}</p>}
      <footer className={classes.foot}>
        <KeyHint keys="↑ ↓" /> {t('shell.palette.choose')}
        <KeyHint keys="Enter" /> {t('shell.palette.run')}
        <KeyHint keys="Esc" /> {t('shell.palette.leave')}
      </footer>
    </div>
  )
}

function scrollToView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

import { useCommandList } from '../commands/command-provider.tsx'
import type { Command } from '../commands/command.ts'
import { keysOf } from '../commands/shortcut.ts'
import { useT } from '../i18n/language-provider.tsx'
import type { Translate } from '../i18n/messages.ts'
import { Button } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { SheetDialog } from '../ui/sheet-dialog.tsx'
import classes from './key-sheet.module.css'

interface KeySheetProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every key that does something on this screen, in the order of use. */
export function KeySheet({ isOpen, onClose }: KeySheetProps) {
  const t = useT()
  const commands = useCommandList().filter((command) => command.shortcut !== undefined)
  const linesOf = (members: readonly Command[]): readonly (readonly [string, string])[] =>
    members.map((command) => [keysOf(command.shortcut ?? ''), t(command.title, command.titleValues)])
  const groups = [
    { heading: t('shell.keys.groups.verbs'), lines: linesOf(commands.filter(isVerb)) },
    {
      heading: t('shell.keys.groups.list'),
      lines: isOpen ? listLines(t) : [],
    },
    { heading: t('shell.keys.groups.general'), lines: linesOf(commands.filter(isGeneral)) },
    {
      heading: t('shell.keys.groups.go'),
      lines: linesOf(commands.filter((command) => command.group === 'places')),
    },
  ].filter((group) => group.lines.length > 0)
  return (
    <SheetDialog
      title={t('shell.keys.title')}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={onClose}
      place="middle"
      width={940}
      footer={
        <Button variant="primary" keyHint="Esc" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <div className={classes.groups} tabIndex={0} role="group" aria-label={t('shell.keys.title')}>
        {groups.map((group) => (
          <section key={group.heading} className={classes.group}>
            <h3 className={classes.heading}>{group.heading}</h3>
            <dl className={classes.lines}>
              {group.lines.map(([keys, words]) => (
                <div key={`${keys} ${words}`} className={classes.line}>
                  <dt>
                    <KeyHint keys={keys} />
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </SheetDialog>
  )
}

/** The keys of the list on this screen, when there is one. */
function listLines(t: Translate): readonly (readonly [string, string])[] {
  const grid = document.querySelector('main [role="grid"]')
  if (grid === null) return []
  const canSelect = grid.getAttribute('aria-multiselectable') === 'true'
  return [
    ['↑ ↓', t('shell.hints.rows')],
    ['J', t('shell.keys.next')],
    ['Shift J', t('shell.keys.previous')],
    ...(canSelect
      ? ([
          ['Space', t('shell.hints.select')],
          ['Shift ↑ ↓', t('shell.keys.range')],
          ['Ctrl A', t('common.selectAll')],
        ] as const)
      : []),
    ['Enter', t('shell.hints.open')],
  ]
}

const isVerb = (command: Command): boolean => command.group === 'selection'
const isGeneral = (command: Command): boolean => command.group === 'commands' || command.group === 'documents'

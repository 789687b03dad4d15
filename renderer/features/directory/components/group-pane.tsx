import { useMemo } from 'react'
import { mayKeepGroups, ownerOf, type Group, type GroupMember } from '#shared/domain/directory/groups.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import type { Command } from '../../../commands/command.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { AgencyPicker } from '../../../ui/agency-picker.tsx'
import { Avatar } from '../../../ui/avatar.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PersonPicker } from '../../../ui/person-picker.tsx'
import type { PickerOption } from '../../../ui/picker-search.ts'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useKeepGroup } from '../../../workplace/groups/use-keep-group.ts'
import { useMemberOptions } from '../../../workplace/groups/use-member-options.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import classes from './groups.module.css'

interface GroupPaneProps {
  readonly me: Post
  readonly owner: string
  readonly group: Group
  /** Something stands over it that has the keys. */
  readonly isBusy: boolean
  readonly onChange: () => void
}

const NONE: readonly Command[] = []

/** A group with its members; whoever keeps it adds and takes out, changes and removes it. */
export function GroupPane({ me, owner, group, isBusy, onChange }: GroupPaneProps) {
  const t = useT()
  const { keep, remove } = useKeepGroup()
  const options = useMemberOptions(group.of, group.members)
  const whose = ownerOf(owner)
  const mayKeep = whose !== undefined && mayKeepGroups(whose, { post: me.id, unit: me.unit, roles: me.roles })
  const commands = useMemo(() => {
    const rule = mayKeep ? undefined : 'group-not-yours'
    const erase = () => void remove(owner, group.id, t('directory.groups.removed', { name: group.name }))
    return [
      verb('groups.change', 'directory.groups.edit', onChange, { icon: 'pencil', shortcut: 'Enter', rule }),
      verb('groups.remove', 'directory.groups.remove', erase, { icon: 'trash', shortcut: 'Delete', rule }),
    ]
  }, [mayKeep, remove, owner, group, onChange, t])
  const verbs = useVerbs(isBusy ? NONE : commands)
  const set = (members: readonly GroupMember[], said: string): void =>
    void keep(owner, { ...group, members }, said)
  const add = ([id]: readonly string[]): void => {
    const chosen = options.find((one) => one.id === id)
    if (chosen === undefined) return
    const { name } = chosen
    set([...group.members, { id: chosen.id, name }], t('directory.groups.memberAdded', { name }))
  }
  const Picker = group.of === 'people' ? PersonPicker : AgencyPicker
  const ids = new Set(group.members.map((one) => one.id))
  return (
    <article className={classes.pane} aria-label={group.name}>
      <div className={classes.head}>
        <h2 className={classes.title}>{group.name}</h2>
        <Chip tone="done" icon={group.of === 'people' ? 'users' : 'building-bank'}>
          {t(`directory.groups.count.${group.of}`, { count: group.members.length })}
        </Chip>
        <span className="spacer" />
        {verbs.length > 0 && <VerbBar verbs={verbs} isInline hasPrimary={false} />}
      </div>
      <p className={classes.note}>{t(`directory.groups.keeper.${whose?.kind ?? 'post'}`)}</p>
      {mayKeep && (
        <FieldRow label={t('directory.groups.add')}>
          {(field) => (
            <Picker
              label={t('directory.groups.add')}
              field={field}
              options={options.filter((one) => !ids.has(one.id))}
              value={[]}
              onChange={add}
            />
          )}
        </FieldRow>
      )}
      <ul className={classes.members} aria-label={t('common.groups.members')}>
        {group.members.map((member) => (
          <Member
            key={member.id}
            option={options.find((one) => one.id === member.id) ?? member}
            isPerson={group.of === 'people'}
            onTakeOut={
              mayKeep && group.members.length > 1
                ? () =>
                    set(
                      group.members.filter((one) => one !== member),
                      t('directory.groups.memberRemoved', { name: member.name }),
                    )
                : undefined
            }
          />
        ))}
      </ul>
    </article>
  )
}

interface MemberProps {
  readonly option: PickerOption
  readonly isPerson: boolean
  readonly onTakeOut: (() => void) | undefined
}

function Member({ option: { id, name, detail, note, noteTone }, isPerson, onTakeOut }: MemberProps) {
  const t = useT()
  return (
    <li className={classes.member}>
      {isPerson ? <Avatar name={name} /> : <Icon name="building-bank" />}
      <strong>{name}</strong>
      <span className="num dim">{detail ?? id}</span>
      <span className="spacer" />
      {note !== undefined && noteTone !== undefined && noteTone !== 'ok' && (
        <Chip tone={noteTone} icon={noteTone === 'over' ? 'alert-circle' : 'alert-triangle'}>
          {note}
        </Chip>
      )}
      {onTakeOut !== undefined && (
        <IconButton icon="x" size="s" label={t('directory.groups.takeOut', { name })} onClick={onTakeOut} />
      )}
    </li>
  )
}

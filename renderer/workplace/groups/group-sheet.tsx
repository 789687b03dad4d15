import { useMemo, useState } from 'react'
import {
  groupKinds,
  groupsOf,
  isSameName,
  mayKeepGroups,
  ownerOf,
  ownersFor,
  type Group,
  type GroupKind,
  type GroupMember,
} from '#shared/domain/directory/groups.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { useGroups } from '../../database/use-live.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { useDesk } from '../../sync/desk-context.tsx'
import { AgencyPicker } from '../../ui/agency-picker.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceBar } from '../../ui/choice-bar.tsx'
import { FieldRow } from '../../ui/field-row.tsx'
import { PersonPicker } from '../../ui/person-picker.tsx'
import { SheetDialog } from '../../ui/sheet-dialog.tsx'
import { TextRow } from '../../ui/text-row.tsx'
import { ruleNotice } from '../refusal-notice.tsx'
import classes from './groups.module.css'
import { useKeepGroup } from './use-keep-group.ts'
import { useMemberOptions } from './use-member-options.ts'

/** A group that is changed, or one that is begun with these members. */
export type GroupAsked =
  | { readonly owner: string; readonly group: Group }
  | { readonly of: GroupKind | null; readonly members: readonly GroupMember[] }

interface GroupSheetProps {
  readonly me: Post
  readonly asked: GroupAsked
  readonly onClose: () => void
  readonly onKept?: (group: string) => void
}

const LONGEST_NAME = 120
const actorOf = ({ id, unit, roles }: Post) => ({ post: id, unit, roles })

/** Whose groups a post may keep, its own first. */
const keptBy = (me: Post) =>
  ownersFor(me)
    .filter((owner) => mayKeepGroups(owner, actorOf(me)))
    .map(groupsOf)
    .toReversed()

/** Name, owner and members of a group, new or changed. */
export function GroupSheet({ me, asked, onClose, onKept }: GroupSheetProps) {
  const t = useT()
  const desk = useDesk()
  const { keep } = useKeepGroup()
  const all = useGroups(me)
  const before = 'group' in asked ? asked.group : undefined
  const [name, setName] = useState(before?.name ?? '')
  const [owner, setOwner] = useState('owner' in asked ? asked.owner : groupsOf({ kind: 'post', id: me.id }))
  const [of, setOf] = useState<GroupKind>(
    before?.of ?? ('of' in asked ? (asked.of ?? 'agencies') : 'agencies'),
  )
  const [members, setMembers] = useState(before?.members ?? ('members' in asked ? asked.members : []))
  const known = useMemo(() => [...(before?.members ?? []), ...members], [before, members])
  const options = useMemberOptions(of, known)
  const nameOf = new Map([...known, ...options].map((one) => [one.id, one.name]))
  const others = all?.find((one) => one.id === owner)?.groups.filter((one) => one.id !== before?.id) ?? []
  const taken = others.some((one) => isSameName(one.name, name))
  const isReady = name.trim() !== '' && members.length > 0 && !taken
  const save = (): void => {
    if (!isReady) return
    const group = { id: before?.id ?? desk.newId(), name: name.trim(), of, members }
    void keep(owner, group, t('common.groups.kept', { name: group.name })).then((isKept) => {
      if (!isKept) return
      onKept?.(group.id)
      onClose()
    })
  }
  const Picker = of === 'people' ? PersonPicker : AgencyPicker
  return (
    <SheetDialog
      title={t(before === undefined ? 'common.groups.new' : 'common.groups.change')}
      description={t('common.groups.explain')}
      isOpen
      onClose={onClose}
      onConfirm={save}
      place="middle"
      width={560}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={save}>
            {t('common.groups.save')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <TextRow
          label={t('common.groups.name')}
          error={taken ? ruleNotice(t, 'group-name-taken', { name: name.trim() }).words : undefined}
          autoFocus
          maxLength={LONGEST_NAME}
          value={name}
          onValue={setName}
        />
        {before === undefined && keptBy(me).length > 1 && (
          <Choice
            label={t('common.groups.for')}
            choices={keptBy(me).map((value) => ({
              value,
              label: t(`common.groups.users.${ownerOf(value)?.kind ?? 'post'}`),
            }))}
            value={owner}
            onChange={setOwner}
          />
        )}
        {'of' in asked && asked.of === null && (
          <Choice
            label={t('common.groups.kind')}
            choices={groupKinds.map((value) => ({ value, label: t(`common.groups.kinds.${value}`) }))}
            value={of}
            onChange={(next) => {
              setOf(next)
              setMembers([])
            }}
          />
        )}
        <FieldRow label={t('common.groups.members')}>
          {(field) => (
            <Picker
              key={of}
              label={t('common.groups.members')}
              field={field}
              isMany
              options={options}
              value={members.map((one) => one.id)}
              onChange={(ids) => setMembers(ids.map((id) => ({ id, name: nameOf.get(id) ?? id })))}
            />
          )}
        </FieldRow>
      </div>
    </SheetDialog>
  )
}

type ChoiceProps<T extends string> = Parameters<typeof ChoiceBar<T>>[0]

function Choice<T extends string>(props: ChoiceProps<T>) {
  return (
    <div>
      <p className={classes.label}>{props.label}</p>
      <ChoiceBar {...props} />
    </div>
  )
}

import { useMemo } from 'react'
import { ownerOf, type Group } from '#shared/domain/directory/groups.ts'
import { foldText } from '#shared/kernel/text-folding.ts'
import { useGroups } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { rowIdsOf, type ListEntry } from '../../../ui/list-entries.ts'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { GroupSheet, type GroupAsked } from '../../../workplace/groups/group-sheet.tsx'
import { useMe } from '../../../workplace/me.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { GroupPane } from './group-pane.tsx'

/** A group with whose it is. */
interface KeptGroup {
  readonly owner: string
  readonly group: Group
}
type Entry = ListEntry<KeptGroup>

interface GroupsBoxProps {
  readonly query: string
  readonly asked: GroupAsked | null
  readonly onAsk: (asked: GroupAsked | null) => void
}

/** Groups by whose they are, and beside them the members of the one that is chosen. */
export function GroupsBox({ query, asked, onAsk }: GroupsBoxProps) {
  const t = useT()
  const me = useMe()
  const owners = useGroups(me)
  const panes = useThreePane(440)
  const entries = useMemo(
    () =>
      (owners ?? []).flatMap(({ id, groups }): Entry[] => {
        const label = t(`directory.groups.heading.${ownerOf(id)?.kind ?? 'post'}`)
        const rows = groups.filter((group) => isFound(group, query)).map((group) => rowOf(id, group))
        return rows.length === 0 ? [] : [{ kind: 'group', id, label }, ...rows]
      }),
    [owners, query, t],
  )
  const ids = owners === undefined ? undefined : rowIdsOf(entries)
  const [active, setActive] = useActiveRow(ids, 'groups')
  if (ids === undefined || me === undefined) return <SkeletonRows />
  const entry = entries.find((one) => one.kind === 'row' && one.id === active)
  const chosen = entry?.kind === 'row' ? entry.item : undefined
  return (
    <>
      <ThreePane
        {...panes.props}
        list={
          <VirtualList<KeptGroup>
            label={t('directory.box.groups')}
            entries={entries}
            activeId={active}
            onActivate={(id) => {
              setActive(id)
              panes.read()
            }}
            isEnterFree
            isAutoFocused
            empty={<Empty query={query} onNew={() => onAsk({ of: null, members: [] })} />}
            renderRow={({ group }, state) => <GroupRow group={group} {...state} />}
          />
        }
        reading={
          chosen === undefined ? null : (
            <GroupPane
              key={chosen.group.id}
              me={me}
              {...chosen}
              isBusy={asked !== null}
              onChange={() => onAsk(chosen)}
            />
          )
        }
      />
      {asked !== null && (
        <GroupSheet me={me} asked={asked} onClose={() => onAsk(null)} onKept={(id) => setActive(id)} />
      )}
    </>
  )
}

const rowOf = (owner: string, group: Group): Entry => ({ kind: 'row', id: group.id, item: { owner, group } })

/** By every typed word, in the name of the group or of a member. */
function isFound({ name, members }: Group, query: string): boolean {
  const text = foldText([name, ...members.map((one) => one.name)].join(' '))
  return foldText(query)
    .split(' ')
    .every((word) => text.includes(word))
}

function Empty({ query, onNew }: { readonly query: string; readonly onNew: () => void }) {
  const t = useT()
  return query.trim() === '' ? (
    <EmptyState
      text={t('directory.groups.empty')}
      verb={{ label: t('common.groups.new'), keys: 'N', run: onNew }}
    />
  ) : (
    <EmptyState text={t('directory.groups.nothing', { query })} />
  )
}

type RowLook = Pick<Parameters<typeof DocumentRow>[0], 'isActive' | 'isSelected' | 'isSelecting' | 'onSelect'>

function GroupRow({ group: { name, of, members }, ...state }: RowLook & { readonly group: Group }) {
  const t = useT()
  return (
    <DocumentRow
      {...state}
      row={{
        from: name,
        number: t(`directory.groups.count.${of}`, { count: members.length }),
        subject: members.map((one) => one.name).join(', '),
      }}
    />
  )
}

import { useMemo, useState } from 'react'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/button.tsx'
import { ReadingHeader } from '../../ui/document-header.tsx'
import { DocumentRow } from '../../ui/document-row.tsx'
import { rowIdsOf } from '../../ui/list-entries.ts'
import { ListToolRow } from '../../ui/list-tool-row.tsx'
import { PageDesk } from '../../ui/page-desk.tsx'
import { RegistrationLine } from '../../ui/registration-line.tsx'
import { ScreenHeader } from '../../ui/screen-header.tsx'
import { SortMenu } from '../../ui/sort-menu.tsx'
import { syncFact } from '../../ui/sync-fact.ts'
import { ThreePane } from '../../ui/three-pane.tsx'
import { ruleNotice } from '../../workplace/refusal-notice.tsx'
import { VerbBar } from '../../ui/verb-bar.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { SampleFrame } from '../samples/sample-frame.tsx'
import { sampleLetters } from '../samples/sample-letters.ts'
import { SamplePage } from '../samples/sample-page.tsx'

const nothing = () => undefined

/** The Incoming screen, of parts alone. */
export function IncomingSample() {
  const t = useT()
  const formats = useFormats()
  const [activeId, setActiveId] = useState<string | null>('1286')
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set())
  const [width, setWidth] = useState(500)
  const [sort, setSort] = useState<'deadline' | 'arrival'>('deadline')
  const [isReading, setIsReading] = useState(true)
  const entries = useMemo(
    () =>
      sampleLetters({
        first: t('incoming.groups.registerFirst'),
        today: formats.dayHeading('2026-11-16', '2026-11-16'),
        friday: formats.dayHeading('2026-11-13', '2026-11-16'),
      }),
    [t, formats],
  )
  const all = rowIdsOf(entries)

  const list = (
    <>
      <ListToolRow
        select={
          <Checkbox
            checked={selectedIds.size === all.length}
            mixed={selectedIds.size > 0 && selectedIds.size < all.length}
            label={t('common.selectAll')}
            onChange={(checked) => setSelectedIds(new Set(checked ? all : []))}
          />
        }
        summary={
          selectedIds.size > 0
            ? t('common.selected', { count: selectedIds.size, total: all.length })
            : t('incoming.count.toRegister', { count: 14 })
        }
      >
        <SortMenu
          value={sort}
          onChange={setSort}
          choices={[
            { value: 'deadline', label: t('incoming.sort.deadline') },
            { value: 'arrival', label: t('incoming.sort.arrival') },
          ]}
        />
      </ListToolRow>
      <VirtualList
        label={t('incoming.title')}
        entries={entries}
        activeId={activeId}
        onActivate={(id) => {
          setActiveId(id)
          setIsReading(true)
        }}
        selectedIds={selectedIds}
        onSelectionChange={setSelectedIds}
        renderRow={(row, state) => <DocumentRow row={row} {...state} />}
      />
    </>
  )

  const reading = (
    <>
      <ReadingHeader
        view={{
          number: '1286/UBND-NC',
          type: 'Công văn',
          date: '13/11/2026',
          urgency: 'urgent',
          subject: 'Về việc rà soát biên chế công chức cấp xã sau sắp xếp',
          verdict: 'valid',
          signatures: 2,
          deadline: { kind: 'due', days: 4 },
          due: t('states.deadline.until', { date: '20/11/2026' }),
        }}
        issuer="UBND tỉnh Sông Lam"
        signer={t('incoming.signedBy', { name: 'Đặng Minh Tuệ', role: 'Phó Chủ tịch' })}
      />
      <VerbBar
        verbs={[
          { id: 'register', label: t('verbs.register'), icon: 'book-2', keys: 'R', run: nothing },
          { id: 'present', label: t('verbs.registerAndPresent'), icon: 'send', keys: 'P', run: nothing },
          { id: 'return', label: t('verbs.return'), keys: 'X', run: nothing },
          { id: 'follow', label: t('verbs.follow'), keys: 'W', run: nothing },
          {
            id: 'direct',
            label: t('verbs.direct'),
            why: ruleNotice(t, 'register-before-present'),
            run: nothing,
          },
        ]}
      />
      <RegistrationLine
        fields={[
          { id: 'book', label: t('incoming.registration.book'), value: 'Văn bản đến 2026' },
          { id: 'number', label: t('incoming.registration.number'), value: formats.number(4812) },
          { id: 'date', label: t('incoming.registration.date'), value: '16/11/2026' },
          { id: 'present', label: t('incoming.registration.present'), value: 'Giám đốc Trần Đức Khải' },
        ]}
        onChange={nothing}
      />
      <PageDesk label={t('common.view.document')}>
        <SamplePage pxPerMm={2.72} />
      </PageDesk>
    </>
  )

  return (
    <SampleFrame
      place="incoming"
      tabs={[
        { id: 'incoming', title: t('shell.nav.incoming'), icon: 'inbox' },
        { id: '1286', title: '1286/UBND-NC', icon: 'file-text' },
        { id: 'book', title: 'Sổ đến 2026', icon: 'table' },
      ]}
      activeTab="incoming"
      person={{ name: 'Lê Thị Hoài An', role: t('practice.roles.clerk') }}
      sync={syncFact(t, { kind: 'synced', time: '08:14' })}
      fact={{ icon: 'arrows-exchange', text: t('shell.status.axisClear') }}
      hints={[
        { keys: '↑ ↓', text: t('shell.hints.rows') },
        { keys: 'R', text: t('verbs.register').toLocaleLowerCase() },
        { keys: 'Space', text: t('shell.hints.select') },
        { keys: '?', text: t('shell.hints.keys') },
      ]}
    >
      <ScreenHeader
        title={t('incoming.title')}
        activeBox="toRegister"
        onBox={nothing}
        boxes={[
          { id: 'toAccept', label: t('incoming.boxes.toAccept'), count: 6 },
          { id: 'toRegister', label: t('incoming.boxes.toRegister'), count: 14 },
          { id: 'toDirect', label: t('incoming.boxes.toDirect'), count: 9 },
          { id: 'toHandle', label: t('incoming.boxes.toHandle'), count: 23 },
          { id: 'shared', label: t('incoming.boxes.shared'), count: 5 },
          { id: 'forInformation', label: t('incoming.boxes.forInformation'), count: 31 },
          { id: 'returned', label: t('incoming.boxes.returned'), count: 1 },
          { id: 'followed', label: t('incoming.boxes.followed'), count: 8 },
        ]}
        actions={<IconButton icon="layout-columns" label={t('common.view.togglePane')} onClick={nothing} />}
      />
      <ThreePane
        list={list}
        reading={reading}
        listWidth={width}
        onListWidth={setWidth}
        isReading={isReading}
        onCloseReading={() => setIsReading(false)}
      />
    </SampleFrame>
  )
}

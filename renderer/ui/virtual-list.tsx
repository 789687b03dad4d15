import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useId, useMemo, useRef } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { takesText } from '../commands/key-targets.ts'
import { cx } from './cx.ts'
import { rowAfter, rowIdsOf, rowsBetween } from './list-entries.ts'
import type { ListEntry } from './list-entries.ts'
import { listActOf } from './list-keys.ts'
import type { ListAct } from './list-keys.ts'
import classes from './virtual-list.module.css'

/** Heights in px of the densities a list may have. */
export const rowHeights = { grid: 28, one: 34, two: 48, three: 66 } as const
const GROUP_HEIGHT = 25
/** Rows before the end at which more are asked for, so that they are there when one comes to it. */
const NEAR_END = 100

export interface RowState {
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly isSelecting: boolean
  readonly onSelect: ((selected: boolean) => void) | undefined
}

export interface VirtualListProps<T> {
  readonly label: string
  readonly entries: readonly ListEntry<T>[]
  readonly density?: keyof typeof rowHeights
  readonly activeId: string | null
  readonly onActivate: (id: string) => void
  /** Enter or double click. */
  readonly onOpen?: ((id: string) => void) | undefined
  /** Leaves Enter to the verbs of the screen; a double click still opens. */
  readonly isEnterFree?: boolean
  readonly selectedIds?: ReadonlySet<string> | undefined
  /** Without it rows cannot be selected. */
  readonly onSelectionChange?: ((ids: ReadonlySet<string>) => void) | undefined
  /** Shows every box, as in a list made for signing many. */
  readonly alwaysSelecting?: boolean
  readonly renderRow: (item: T, state: RowState) => ReactNode
  /** Said instead of the rows when there are none. */
  readonly empty?: ReactNode
  readonly isAutoFocused?: boolean
  /** The last rows come into sight: more may be brought. */
  readonly onNearEnd?: (() => void) | undefined
}

const NOTHING: ReadonlySet<string> = new Set()

/** A grid of any length with one tab stop: arrows and J move, Shift extends, Space selects, Enter opens. */
export function VirtualList<T>({
  label,
  entries,
  density = 'two',
  activeId,
  onActivate,
  onOpen,
  isEnterFree = false,
  selectedIds = NOTHING,
  onSelectionChange,
  alwaysSelecting = false,
  renderRow,
  empty,
  isAutoFocused = false,
  onNearEnd,
}: VirtualListProps<T>) {
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef<string | null>(null)
  const rowIds = useMemo(() => rowIdsOf(entries), [entries])
  const extra = rowExtra()
  const rowHeight = rowHeights[density] + extra
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler is not used; the list owns its scroll position
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (entries[index]?.kind === 'group' ? GROUP_HEIGHT + extra : rowHeight),
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 8,
  })

  const activeIndex =
    activeId === null ? -1 : entries.findIndex((entry) => entry.kind === 'row' && entry.id === activeId)
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, virtualizer])
  const lastDrawn = virtualizer.getVirtualItems().at(-1)?.index ?? 0
  const isNearEnd = lastDrawn >= entries.length - NEAR_END
  useEffect(() => {
    if (isNearEnd) onNearEnd?.()
  }, [isNearEnd, entries.length, onNearEnd])
  const isEmpty = rowIds.length === 0
  useEffect(() => {
    if (isAutoFocused && !isEmpty && !takesText(document.activeElement))
      scroller.current?.focus({ preventScroll: true })
  }, [isAutoFocused, isEmpty])
  // A button or field that went away with what it belonged to must not take the keys with it.
  useEffect(() => {
    if (isAutoFocused && document.activeElement === document.body)
      scroller.current?.focus({ preventScroll: true })
  })

  const select = (ids: ReadonlySet<string>) => onSelectionChange?.(ids)
  const toggle = useCallback(
    (id: string, selected: boolean) => {
      const ids = new Set(selectedIds)
      if (selected) ids.add(id)
      else ids.delete(id)
      anchor.current = id
      onSelectionChange?.(ids)
    },
    [selectedIds, onSelectionChange],
  )

  const perform = (act: ListAct): boolean => {
    switch (act.kind) {
      case 'move': {
        const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
        const target = rowAfter(rowIds, activeId, act.move, pageRows)
        if (target === undefined) return false
        if (act.extend && onSelectionChange !== undefined) {
          anchor.current ??= activeId ?? target
          select(new Set(rowsBetween(rowIds, anchor.current, target)))
        } else anchor.current = null
        onActivate(target)
        return true
      }
      case 'toggle':
        if (activeId === null || onSelectionChange === undefined) return false
        toggle(activeId, !selectedIds.has(activeId))
        return true
      case 'open':
        if (activeId === null || onOpen === undefined || isEnterFree) return false
        onOpen(activeId)
        return true
      case 'selectAll':
        if (onSelectionChange === undefined) return false
        select(new Set(rowIds))
        return true
      case 'clear':
        if (selectedIds.size === 0) return false
        anchor.current = null
        select(new Set())
        return true
    }
  }

  const hear = (event: KeyPress): void => {
    const act = listActOf(event)
    if (act !== undefined && perform(act)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!event.nativeEvent.isComposing && event.target === event.currentTarget) hear(event)
  }
  useKeysOfNobody(isAutoFocused && !isEmpty, (event) => {
    scroller.current?.focus({ preventScroll: true })
    hear(event)
  })

  const onClick = (event: MouseEvent) => {
    const id = rowOf(event)
    if (id === undefined) return
    if (event.shiftKey && activeId !== null) select(new Set(rowsBetween(rowIds, activeId, id)))
    else if (event.ctrlKey || event.metaKey) toggle(id, !selectedIds.has(id))
    onActivate(id)
  }

  if (isEmpty) return <div className={classes.empty}>{empty}</div>

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={entries.length}
      aria-multiselectable={onSelectionChange !== undefined}
      aria-activedescendant={activeIndex >= 0 ? `${gridId}-${activeIndex}` : undefined}
      tabIndex={0}
      className={classes.scroller}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className={classes.extent}
        style={{ height: virtualizer.getTotalSize() }}
        onClick={onClick}
        onDoubleClick={(event) => {
          const id = rowOf(event)
          if (id !== undefined) onOpen?.(id)
        }}
      >
        {virtualizer.getVirtualItems().map((place) => {
          const entry = entries[place.index]
          if (entry === undefined) return null
          const style = { height: place.size, transform: `translateY(${place.start}px)` }
          if (entry.kind === 'group') {
            return (
              <div
                key={entry.id}
                role="row"
                aria-rowindex={place.index + 1}
                className={classes.place}
                style={style}
              >
                <div role="gridcell" className={cx(classes.group, 'num')}>
                  {entry.label}
                  {entry.detail !== undefined && <span>{entry.detail}</span>}
                </div>
              </div>
            )
          }
          return (
            <Row
              key={entry.id}
              domId={`${gridId}-${place.index}`}
              id={entry.id}
              item={entry.item}
              index={place.index}
              start={place.start}
              height={place.size}
              isActive={entry.id === activeId}
              isSelected={selectedIds.has(entry.id)}
              isSelecting={alwaysSelecting || selectedIds.size > 0}
              onToggle={onSelectionChange === undefined ? undefined : toggle}
              renderRow={renderRow}
            />
          )
        })}
      </div>
    </div>
  )
}

type KeyPress = Pick<
  globalThis.KeyboardEvent,
  'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'preventDefault' | 'stopPropagation'
>

/** What had the keys has just gone, and nothing else has them yet: a key pressed then is not lost. */
function useKeysOfNobody(isListening: boolean, hear: (event: KeyPress) => void): void {
  const heard = useRef(hear)
  useEffect(() => {
    heard.current = hear
  })
  useEffect(() => {
    if (!isListening) return
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const isForSheet = document.querySelector('[aria-modal]') !== null
      const isForNobody = event.target === document.body && !event.defaultPrevented
      if (isForNobody && !event.isComposing && !isForSheet) heard.current(event)
    }
    document.body.addEventListener('keydown', onKeyDown)
    return () => document.body.removeEventListener('keydown', onKeyDown)
  }, [isListening])
}

/** The id of the row that an event happened in. */
const rowOf = ({ target }: MouseEvent): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined

interface RowProps<T> {
  readonly domId: string
  readonly id: string
  readonly item: T
  readonly index: number
  readonly start: number
  readonly height: number
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly isSelecting: boolean
  readonly onToggle: ((id: string, selected: boolean) => void) | undefined
  readonly renderRow: (item: T, state: RowState) => ReactNode
}

/** A row is drawn again only when something of it changes, not for each step of scrolling. */
const Row = memo(ListRow) as typeof ListRow

function ListRow<T>({
  domId,
  id,
  item,
  index,
  start,
  height,
  isActive,
  isSelected,
  isSelecting,
  onToggle,
  renderRow,
}: RowProps<T>) {
  return (
    <div
      id={domId}
      role="row"
      data-row={id}
      aria-rowindex={index + 1}
      aria-selected={onToggle === undefined ? isActive : isSelected}
      className={classes.place}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      <div role="gridcell" className={classes.cell}>
        {renderRow(item, {
          isActive,
          isSelected,
          isSelecting,
          onSelect: onToggle === undefined ? undefined : (selected) => onToggle(id, selected),
        })}
      </div>
    </div>
  )
}

/** Rows are 6 px higher in the large text mode. */
function rowExtra(): number {
  return document.documentElement.dataset['textSize'] === 'large' ? 6 : 0
}

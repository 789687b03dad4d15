import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { cx } from './cx.ts'
import classes from './entity-picker.module.css'
import type { FieldIds } from './field-row.tsx'
import { Icon } from './icon.tsx'
import { findOptions } from './picker-search.ts'
import type { Grouping, PickerOption } from './picker-search.ts'
import toneClasses from './tone.module.css'

export interface EntityPickerProps {
  readonly label: string
  readonly placeholder: string
  readonly options: readonly PickerOption[]
  /** Ids in the order chosen; one at most unless `isMany`. */
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly isMany?: boolean
  readonly isAutoFocused?: boolean
  readonly field?: FieldIds | undefined
  readonly picture: (option: PickerOption) => ReactNode
  /** Groups offered beside; only where several may be chosen. */
  readonly grouping?: Grouping | undefined
}

/** Type a few letters without accents, arrows, Enter. Backspace in the empty field removes the last one. */
export function EntityPicker({
  label,
  placeholder,
  options: single,
  value,
  onChange,
  isMany = false,
  isAutoFocused = false,
  field,
  picture,
  grouping,
}: EntityPickerProps) {
  const t = useT()
  const [query, setQuery] = useState('')
  const [hasChosen, setChosen] = useState(false)
  const removeButton = useRef<HTMLButtonElement>(null)
  const [chosen] = value
  // The field goes with the choice; the keys stay here, unless they were led on.
  useLayoutEffect(() => {
    if (hasChosen && document.activeElement === document.body) removeButton.current?.focus()
  }, [hasChosen, chosen])
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const groups = isMany ? grouping?.groups : undefined
  const options = useMemo(() => [...single, ...(groups ?? [])], [single, groups])
  const byId = useMemo(() => new Map(options.map((option) => [option.id, option])), [options])
  const found = useMemo(
    () =>
      findOptions(
        options.filter((option) => !value.includes(option.id)),
        query,
      ),
    [options, query, value],
  )
  const { selectFirstOption } = combobox
  useEffect(() => {
    if (query !== '') selectFirstOption()
  }, [query, selectFirstOption])
  const canAdd = isMany || value.length === 0

  const remove = (id: string) => onChange(value.filter((one) => one !== id))
  const choose = (id: string) => {
    const option = byId.get(id)
    const added = option?.group?.adds ?? [id]
    onChange(isMany ? [...value, ...added] : added)
    if (option?.group !== undefined) {
      grouping?.onGroup(option)
      combobox.resetSelectedOption()
    }
    setQuery('')
    if (isMany) return
    setChosen(true)
    combobox.closeDropdown()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.DropdownTarget>
        <div className={classes.field}>
          {value.map((id) => {
            const option = byId.get(id)
            return (
              <span key={id} className={cx(classes.chosen, option?.noteTone === 'over' && classes.missing)}>
                {option?.noteTone === 'over' && <Icon name="alert-circle" size="s" label={option.note} />}
                <span className="ellipsis">{option?.name ?? id}</span>
                <button
                  type="button"
                  className={classes.remove}
                  ref={removeButton}
                  aria-label={t('common.picker.remove', { name: option?.name ?? id })}
                  onClick={() => remove(id)}
                >
                  <Icon name="x" size="s" />
                </button>
              </span>
            )
          })}
          {canAdd && (
            <Combobox.EventsTarget>
              <input
                {...field}
                autoFocus={isAutoFocused}
                className={classes.input}
                aria-label={field === undefined ? label : undefined}
                placeholder={value.length === 0 ? placeholder : ''}
                value={query}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setQuery(event.currentTarget.value)
                  combobox.openDropdown()
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                    // Confirms the sheet it stands in; nobody is chosen by it.
                    combobox.resetSelectedOption()
                    return
                  }
                  const last = value.at(-1)
                  if (event.key === 'Backspace' && query === '' && last !== undefined) remove(last)
                  const isUndo = event.code === 'KeyZ' && (event.ctrlKey || event.metaKey)
                  if (isUndo && query === '' && grouping?.onUndo() === true) event.preventDefault()
                  // Typed faster than the list marks its first line.
                  const first = found.find(canChoose)
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing || query === '') return
                  if (first === undefined || combobox.getSelectedOptionIndex() >= 0) return
                  event.preventDefault()
                  choose(first.id)
                }}
              />
            </Combobox.EventsTarget>
          )}
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options} aria-label={label}>
          {found.length === 0 ? (
            <Combobox.Empty>{t('common.picker.nothing', { query })}</Combobox.Empty>
          ) : (
            found.map((option) => (
              <Combobox.Option
                key={option.id}
                value={option.id}
                disabled={!canChoose(option)}
                aria-disabled={!canChoose(option)}
              >
                <Offered option={option} picture={picture(option)} />
              </Combobox.Option>
            ))
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** A group that would add nobody is shown with the reason, and not chosen. */
const canChoose = ({ group }: PickerOption): boolean => group === undefined || group.adds.length > 0

function Offered({ option, picture }: { readonly option: PickerOption; readonly picture: ReactNode }) {
  const { name, detail, note, noteTone = 'done', group } = option
  return (
    <span className={cx(classes.option, group !== undefined && classes.group)}>
      {group === undefined ? picture : <Icon name="users-group" />}
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        {detail !== undefined && <span className={cx(classes.detail, 'num')}>{detail}</span>}
        {group?.preview.map(({ id, icon, text }) => (
          <span key={id} className={cx(classes.preview, 'num')}>
            <Icon name={icon} size="s" />
            <span>{text}</span>
          </span>
        ))}
      </span>
      {note !== undefined && <span className={cx(classes.note, toneClasses[noteTone])}>{note}</span>}
    </span>
  )
}

import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { cx } from './cx.ts'
import classes from './entity-picker.module.css'
import type { FieldIds } from './field-row.tsx'
import { Icon } from './icon.tsx'
import { findOptions } from './picker-search.ts'
import type { PickerOption } from './picker-search.ts'
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
}

/** Type a few letters without accents, arrows, Enter. Backspace in the empty field removes the last one. */
export function EntityPicker({
  label,
  placeholder,
  options,
  value,
  onChange,
  isMany = false,
  isAutoFocused = false,
  field,
  picture,
}: EntityPickerProps) {
  const t = useT()
  const [query, setQuery] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
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
    onChange(isMany ? [...value, id] : [id])
    setQuery('')
    if (!isMany) combobox.closeDropdown()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.DropdownTarget>
        <div className={classes.field}>
          {value.map((id) => {
            const option = byId.get(id)
            return (
              <span key={id} className={classes.chosen}>
                <span className="ellipsis">{option?.name ?? id}</span>
                <button
                  type="button"
                  className={classes.remove}
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
                  const last = value.at(-1)
                  if (event.key === 'Backspace' && query === '' && last !== undefined) remove(last)
                  // Typed faster than the list marks its first line.
                  const [first] = found
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
              <Combobox.Option key={option.id} value={option.id}>
                <span className={classes.option}>
                  {picture(option)}
                  <span className={classes.words}>
                    <span className={classes.name}>{option.name}</span>
                    {option.detail !== undefined && (
                      <span className={cx(classes.detail, 'num')}>{option.detail}</span>
                    )}
                  </span>
                  {option.note !== undefined && (
                    <span className={cx(classes.note, toneClasses[option.noteTone ?? 'done'])}>
                      {option.note}
                    </span>
                  )}
                </span>
              </Combobox.Option>
            ))
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

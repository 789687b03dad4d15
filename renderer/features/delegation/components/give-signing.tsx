import { useRef, useState } from 'react'
import { delegatedForms, type DelegatedForm } from '#shared/domain/directory/signing-delegation.ts'
import { documentKinds, type DocumentKind } from '#shared/domain/documents/document.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { DeadlineInput } from '../../../workplace/tasks/deadline-input.tsx'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import classes from '../screens/delegation-screen.module.css'

/** Minutes are signed by who chaired, whatever else they may sign. */
const kinds = documentKinds.filter((kind) => kind !== 'bien-ban')

/** The head of the agency gives the head of a unit to sign: by authorisation for a time, or by order of a regulation. */
export function GiveSigning() {
  const t = useT()
  const [round, setRound] = useState(0)
  return (
    <PanelSection heading={t('delegation.signing.give')}>
      <Form key={round} isAutoFocused={round === 0} onGiven={() => setRound(round + 1)} />
    </PanelSection>
  )
}

interface FormProps {
  readonly isAutoFocused: boolean
  readonly onGiven: () => void
}

function Form({ isAutoFocused, onGiven }: FormProps) {
  const t = useT()
  const desk = useDesk()
  const today = useToday()
  const nameOf = usePostNames()
  const act = useUndoableAct()
  const heads = (usePeople() ?? []).filter((one) => one.roles.includes('unit-head') && one.id !== desk.post)
  const writingField = useRef<HTMLInputElement>(null)
  const [form, setForm] = useState<DelegatedForm>('TUQ')
  const [to, setTo] = useState<readonly string[]>([])
  const [writing, setWriting] = useState('')
  const [matters, setMatters] = useState('')
  const [from, setFrom] = useState<LocalDate | null>(today)
  const [until, setUntil] = useState<LocalDate | null>(null)
  const [kind, setKind] = useState<DocumentKind | 'all'>('all')
  const [chosen] = to
  const isLimited = form === 'TL' || (matters.trim() !== '' && until !== null)
  const isReady = chosen !== undefined && writing.trim() !== '' && from !== null && isLimited
  const give = (): void => {
    if (!isReady) return
    const named = kind === 'all' ? [] : [kind]
    void act(
      { kind: 'signing-delegation', id: desk.newId() },
      'signing-delegation.give',
      { form, agency: desk.workspace, to: chosen, kinds: named, matters, writing, from, until },
      {
        icon: 'writing-sign',
        text: t('delegation.signing.done.given', { name: nameOf(chosen), form: `${form}.` }),
      },
    ).then((done) => done !== undefined && onGiven())
  }
  return (
    <>
      <div className={classes.forms}>
        <ChoiceBar
          label={t('delegation.signing.forms.label')}
          choices={delegatedForms.toReversed().map((value) => ({
            value,
            label: t(`delegation.signing.forms.${value}`),
          }))}
          value={form}
          onChange={setForm}
        />
      </div>
      <div className={classes.form}>
        <PeopleRow
          label={t('delegation.signing.delegate')}
          options={heads.map((one) => ({ id: one.id, name: one.name, detail: one.title }))}
          value={to}
          onChange={(next) => {
            setTo(next)
            if (next.length > 0) writingField.current?.focus()
          }}
          isAutoFocused={isAutoFocused}
        />
        <FieldRow label={t(`delegation.signing.writing.${form}`)}>
          {(field) => (
            <TextField
              {...field}
              ref={writingField}
              placeholder={t('delegation.signing.writingHint')}
              value={writing}
              onChange={(event) => setWriting(event.currentTarget.value)}
            />
          )}
        </FieldRow>
        <TextRow
          label={t('delegation.signing.matters')}
          isOptional={form === 'TL'}
          value={matters}
          onValue={setMatters}
        />
        <DeadlineInput label={t('common.fields.toDate')} otherwise={null} onDate={setUntil} onSubmit={give} />
        <DeadlineInput
          label={t('common.fields.fromDate')}
          otherwise={today}
          onDate={setFrom}
          onSubmit={give}
        />
        <div>
          <p className={classes.label}>{t('delegation.signing.kinds')}</p>
          <ChoiceBar
            label={t('delegation.signing.kinds')}
            choices={[
              { value: 'all', label: t('delegation.signing.allKinds') },
              ...kinds.map((value) => ({ value, label: t(`drafting.types.${value}`) })),
            ]}
            value={kind}
            onChange={setKind}
          />
        </div>
      </div>
      <div className={classes.foot}>
        <span className="dim">{t('delegation.signing.explain')}</span>
        <span className="spacer" />
        <Button variant="primary" disabled={!isReady} onClick={give}>
          {t('delegation.signing.verb')}
        </Button>
      </div>
    </>
  )
}

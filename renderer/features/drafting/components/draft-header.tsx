import { useCallback, useMemo, useState } from 'react'
import { lacksFormCheck } from '#shared/domain/configuration/flows.ts'
import type { Amending } from '#shared/domain/documents/amendment.ts'
import { isWithDrafter } from '#shared/domain/documents/document-status.ts'
import { isWithChecker } from '#shared/domain/documents/form-checker.ts'
import { readinessOf, whyNotComplete } from '#shared/domain/documents/readiness.ts'
import { recipientFindings } from '#shared/domain/documents/recipient-guard.ts'
import { factsOfDocument } from '#shared/domain/records/item-facts.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { Command } from '../../../commands/command.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { DraftText } from '../../../sync/desk-api.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { deadlineView } from '../../../ui/deadline-view.ts'
import { ReadinessMeter } from '../../../ui/readiness-meter.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { AmendmentLines, type AmendmentLine } from '../../../workplace/amending/amendment-lines.tsx'
import { useAmending } from '../../../workplace/amending/use-amending.tsx'
import { useSettings } from '../../../workplace/configuration/use-settings.ts'
import type { FormPassWork } from '../../../workplace/form-check/use-form-pass.ts'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useMe, usePostNames } from '../../../workplace/me.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useFiling } from '../../../workplace/records/use-filing.tsx'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { useSaveAs } from '../../../workplace/use-save-as.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { useFieldLabels } from '../hooks/use-field-labels.ts'
import { useIsHere } from '../hooks/use-is-here.ts'
import type { Marking } from '../marks/use-marking.tsx'
import { SubmitSheet } from './submit-sheet.tsx'
import { initialDocuments } from '../use-cases/initial-documents.ts'
import classes from './editor.module.css'

const NONE: readonly Command[] = []

interface DraftHeaderProps {
  readonly document: OfficialDocument
  readonly text: DraftText
  /** Where the form is this post's to check. */
  readonly formPass: FormPassWork | undefined
  /** Where its pages may be written on. */
  readonly marking: Marking | undefined
  readonly giveBack: (reason: string) => void
  /** The sheet to submit it stands open at once, if it is complete. */
  readonly asksToSubmit: boolean
  /** Sends everything typed so far. */
  readonly save: () => Promise<void>
  readonly onLeave: () => void
  readonly onAmend: (amends: Amending) => void
  /** Opens another document. */
  readonly onOpen: (id: string) => void
  readonly onMeeting: (id: string) => void
}

/** What the document is, how far it is, and what can be done with it now. */
export function DraftHeader(props: DraftHeaderProps) {
  const {
    document,
    text,
    formPass,
    marking,
    giveBack,
    asksToSubmit,
    save,
    onLeave,
    onAmend,
    onOpen,
    onMeeting,
  } = props
  const t = useT()
  const today = useToday()
  const calendar = useCalendar()
  const me = useMe()
  const [asking, setAsking] = useState<'note' | 'reason' | null>(() =>
    asksToSubmit && isWithDrafter(document.status) && whyNotComplete(document) === undefined ? 'note' : null,
  )
  const askNote = useCallback(() => void save().then(() => setAsking('note')), [save])
  const { submit, initial } = useDraftActs(document, text, save, onLeave)
  const saveAs = useSaveAs(nameOfFile(document))
  const pdf = (document.seal ?? document.signature ?? document.initials)?.pdf
  const ready = readinessOf(document)
  const passed = ready.filter((one) => one.holds).length
  const settings = useSettings()
  const rule =
    ready.find((one) => !one.holds)?.rule ??
    (isWithDrafter(document.status)
      ? (recipientFindings(document).find((one) => one === 'recipient-not-on-page') ??
        (lacksFormCheck(settings, document) ? 'form-check-required' : undefined))
      : undefined)

  const commands = useMemo((): readonly Command[] => {
    const isDrafter =
      me?.id === document.drafter.post && (document.status === 'draft' || document.status === 'returned')
    const isReviewer = me?.id === document.route?.reviewer && document.status === 'submitted'
    const isChecker = isWithChecker(document, me?.id)
    const isSigner = me?.id === document.route?.signer && document.status === 'initialled'
    return [
      ...(isDrafter
        ? [
            verb('document.submit', 'verbs.submit', askNote, {
              icon: 'send',
              shortcut: 'Control+Enter',
              rule,
            }),
          ]
        : []),
      ...(isReviewer
        ? [
            verb('document.initial', 'verbs.initial', initial, {
              icon: 'writing-sign',
              shortcut: 'KeyK',
              rule,
            }),
          ]
        : []),
      ...(formPass?.commands ?? []),
      ...(isReviewer || isChecker || isSigner
        ? [
            verb('document.return', 'verbs.return', () => setAsking('reason'), {
              icon: 'arrow-back-up',
              shortcut: 'KeyX',
            }),
          ]
        : []),
      ...(marking?.commands ?? []),
      ...(pdf === undefined
        ? []
        : [verb('document.saveAs', 'common.download', () => saveAs(pdf), { icon: 'download' })]),
    ]
  }, [me, document, rule, askNote, initial, formPass?.commands, marking?.commands, pdf, saveAs])
  const filing = useFiling('document', document.id, factsOfDocument(document), document.fields.answers)
  const amending = useAmending(document, onAmend)
  const meeting = document.ofMeeting?.meeting
  const offered = useMemo(
    () => [
      ...commands,
      ...amending.commands,
      ...filing.commands,
      ...(meeting === undefined
        ? []
        : [
            verb(
              'document.meeting',
              'concluding.verbs.toMeeting',
              () => save().then(() => onMeeting(meeting)),
              {
                icon: 'users',
                shortcut: 'Control+KeyM',
              },
            ),
          ]),
    ],
    [commands, amending.commands, filing.commands, meeting, save, onMeeting],
  )
  const verbs = useVerbs(filing.asking === null && asking !== 'note' ? offered : NONE)

  const deadline = deadlineView(
    { deadline: document.fields.dueDate, urgency: document.fields.urgency },
    today,
    calendar,
  )
  return (
    <>
      {filing.asking}
      {amending.asking}
      <header className={classes.header}>
        <h1 className={`${classes.title ?? ''} ellipsis`}>
          {document.fields.subject || t('drafting.untitled')}
        </h1>
        <Chip tone="info">{t(`drafting.types.${document.kind}`)}</Chip>
        <Chip tone={document.status === 'returned' ? 'over' : 'done'}>
          {t(`states.outgoing.${document.status}`)}
        </Chip>
        {deadline !== undefined && <DeadlineChip deadline={deadline} />}
        <span className="spacer" />
        {passed < ready.length || document.status === 'draft' ? (
          <ReadinessMeter passed={passed} total={ready.length} />
        ) : null}
        <VerbBar verbs={verbs} isInline />
      </header>
      <AmendmentLines lines={tiesOf(document)} onOpen={onOpen} />
      {asking === 'reason' && <ReturnLine onReturn={giveBack} onCancel={() => setAsking(null)} />}
      {asking === 'note' && (
        <SubmitSheet
          document={document}
          onSubmit={(note) => {
            setAsking(null)
            submit(note)
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

/** What later documents did to it, and what it does to an earlier one. */
function tiesOf({ amends, amendments = [] }: OfficialDocument): readonly AmendmentLine[] {
  return [
    ...amendments.map(({ by, ...one }) => ({ ...one, side: 'doneBy' as const, other: by })),
    ...(amends === undefined ? [] : [{ ...amends, side: 'doesTo' as const, other: amends.document }]),
  ]
}

/** `1287-SNV-TCBC.pdf`, or the subject while there is no number. */
function nameOfFile({ number, fields }: OfficialDocument): string {
  const name = number === null ? fields.subject : codeOf(number.number, fields.symbol)
  return `${name.replace(/[^\p{L}\p{N} -]+/gu, '-').slice(0, 120)}.pdf`
}

function ReturnLine({
  onReturn,
  onCancel,
}: {
  readonly onReturn: (reason: string) => void
  readonly onCancel: () => void
}) {
  const t = useT()
  const [reason, setReason] = useState('')
  return (
    <form
      className={classes.ask}
      onSubmit={(event) => {
        event.preventDefault()
        onCancel()
        onReturn(reason)
      }}
    >
      <label htmlFor="return-reason">{t('drafting.returnSheet.reason')}</label>
      <TextField
        id="return-reason"
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.code === 'Escape') onCancel()
          if (event.code === 'Enter' && event.ctrlKey) event.currentTarget.form?.requestSubmit()
        }}
      />
      <Button type="submit" variant="primary" disabled={reason.trim() === ''} keyHint="Enter">
        {t('verbs.return')}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}

function useDraftActs(
  document: OfficialDocument,
  text: DraftText,
  save: () => Promise<void>,
  onLeave: () => void,
) {
  const t = useT()
  const act = useUndoableAct()
  const desk = useDesk()
  const native = useNative()
  const notice = useNotice()
  const refuse = useRefusal()
  const toast = useToast()
  const nameOf = usePostNames()
  const isHere = useIsHere()
  const ref = useMemo(() => ({ kind: 'document', id: document.id }) as const, [document.id])

  const submit = useCallback(
    (note: string) => {
      void save()
        .then(() =>
          act(
            ref,
            'document.submit',
            { note },
            {
              icon: 'send',
              text: t('drafting.toast.submitted', { name: nameOf(document.route?.reviewer ?? null) }),
            },
          ),
        )
        .then((done) => {
          if (done !== undefined && isHere.current) onLeave()
        })
    },
    [save, act, ref, t, nameOf, document.route, onLeave, isHere],
  )

  const labels = useFieldLabels()
  const initial = useCallback(() => {
    save()
      .then(() => desk.readers.office.seen('document', document.id))
      .then((seen) =>
        initialDocuments({
          native,
          desk,
          documents: [{ document: seen?.state ?? document, text: text.doc }],
          labels,
        }),
      )
      .then(([result]) => {
        const problem = result?.problem ?? null
        if (problem instanceof AppError) throw problem
        if (problem !== null) {
          refuse(problem)
          return
        }
        toast.show({
          icon: 'writing-sign',
          text: t('drafting.toast.initialled', { name: nameOf(document.route?.signer ?? null) }),
        })
        onLeave()
      })
      .catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
  }, [save, desk, native, document, text, labels, t, refuse, toast, nameOf, onLeave, notice])

  return { submit, initial }
}

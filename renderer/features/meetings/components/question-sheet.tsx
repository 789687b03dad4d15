import { useState } from 'react'
import { majorities, type Majority } from '#shared/domain/meetings/motion.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import type { AskedQuestion } from '../use-cases/usual-question.ts'
import classes from './meetings.module.css'

interface QuestionSheetProps {
  /** What is put to the vote unless other words are written. */
  readonly proposed: string
  /** Whether the question before was voted on with signatures. */
  readonly wasSigned: boolean
  readonly onClose: () => void
  readonly onConfirm: (asked: AskedQuestion) => void
}

/** Puts a question to the vote: its words, of whom more than half must agree, open or on paper. */
export function QuestionSheet({ proposed, wasSigned, onClose, onConfirm }: QuestionSheetProps) {
  const t = useT()
  const [question, setQuestion] = useState(proposed)
  const [majority, setMajority] = useState<Majority>('ofAll')
  const [isSecret, setSecret] = useState(false)
  const [isSigned, setSigned] = useState(wasSigned)
  const done = (): void => {
    if (question.trim() !== '')
      onConfirm({ question: question.trim(), majority, isSecret, isSigned: isSigned && !isSecret })
  }
  return (
    <FormSheet
      title={t('meetings.verbs.openVote')}
      confirm={t('meetings.verbs.openVote')}
      isReady={question.trim() !== ''}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        <TextAreaRow
          label={t('meetings.vote.question')}
          autoFocus
          maxLength={2000}
          value={question}
          onValue={setQuestion}
        />
        <ChoiceBar
          label={t('meetings.vote.majority')}
          choices={majorities.map((value) => ({ value, label: t(`meetings.vote.majorities.${value}`) }))}
          value={majority}
          onChange={setMajority}
        />
        <label className={classes.check}>
          <Checkbox label={t('meetings.vote.secret')} checked={isSecret} onChange={setSecret} />
          {t('meetings.vote.secret')}
        </label>
        {!isSecret && (
          <label className={classes.check}>
            <Checkbox label={t('meetings.vote.signed')} checked={isSigned} onChange={setSigned} />
            {t('meetings.vote.signed')}
          </label>
        )}
      </div>
    </FormSheet>
  )
}

import { useState } from 'react'
import { BALLOT_DAYS, type Ballot, type BallotDetails } from '#shared/domain/meetings/ballot/ballot.ts'
import { usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import classes from './ballots.module.css'

const DAYS = Array.from({ length: BALLOT_DAYS.most - BALLOT_DAYS.least + 1 }, (_, index) =>
  String(BALLOT_DAYS.least + index),
)
/** In the middle of what the law lets. */
const USUAL_DAYS = '3'

interface BallotSheetProps {
  readonly title: string
  /** What is changed; absent for a new one. */
  readonly ballot?: Ballot
  readonly onClose: () => void
  readonly onDone: (details: BallotDetails) => void
}

/** What is asked, of whom, and in how many working days, in one sheet. */
export function BallotSheet({ title, ballot, onClose, onDone }: BallotSheetProps) {
  const t = useT()
  const people = (usePeople() ?? []).map((post) => ({ id: post.id, name: post.name, detail: post.title }))
  const [question, setQuestion] = useState(ballot?.question ?? '')
  const [explanation, setExplanation] = useState(ballot?.explanation ?? '')
  const [chair, setChair] = useState<readonly string[]>(ballot === undefined ? [] : [ballot.chair])
  const [members, setMembers] = useState<readonly string[]>(ballot?.members ?? [])
  const [days, setDays] = useState(String(ballot?.days ?? USUAL_DAYS))
  const [chairPost] = chair
  const isReady = question.trim() !== '' && chairPost !== undefined && members.length > 0
  const done = (): void => {
    if (!isReady) return
    onDone({
      question: question.trim(),
      explanation: explanation.trim(),
      chair: chairPost,
      members: [...members],
      days: Number(days),
    })
  }
  return (
    <FormSheet
      width={640}
      title={title}
      confirm={t('ballots.sheet.keep')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        <TextAreaRow
          label={t('ballots.fields.question')}
          autoFocus
          rows={3}
          maxLength={2000}
          value={question}
          onValue={setQuestion}
        />
        <TextAreaRow
          label={t('ballots.fields.explanation')}
          isOptional
          rows={3}
          maxLength={8000}
          value={explanation}
          onValue={setExplanation}
        />
        <PeopleRow
          label={t('ballots.fields.chair')}
          hint={t('ballots.fields.chairHint')}
          options={people}
          value={chair}
          onChange={setChair}
        />
        <PeopleRow
          label={t('ballots.fields.members')}
          options={people}
          value={members}
          onChange={setMembers}
          isMany
        />
        <div className={classes.days}>
          <span className={classes.label}>{t('ballots.fields.days')}</span>
          <ChoiceBar
            label={t('ballots.fields.days')}
            choices={DAYS.map((value) => ({ value, label: value }))}
            value={days}
            onChange={setDays}
          />
          <span className="dim">{ruleNotice(t, 'ballot-days', BALLOT_DAYS).citation}</span>
        </div>
      </div>
    </FormSheet>
  )
}

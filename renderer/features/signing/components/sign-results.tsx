import { useMemo } from 'react'
import { AppError } from '#shared/errors/app-error.ts'
import { useCommands } from '../../../commands/command-provider.tsx'
import { useT } from '../../../i18n/language-provider.tsx'
import type { Translate } from '../../../i18n/messages.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { wordsOfError } from '../../../workplace/error-words.ts'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import type { SignResult } from '../../../workplace/sign.ts'
import { verb } from '../../../workplace/use-verbs.ts'
import classes from './sign-results.module.css'

interface SignResultsProps {
  readonly results: readonly SignResult[]
  readonly isInitials: boolean
  readonly onClose: () => void
}

/** What became of each document that was chosen: signed, not signed and what to do, or held back and why. Stays until closed. */
export function SignResults({ results, isInitials, onClose }: SignResultsProps) {
  const t = useT()
  useCommands(
    useMemo(
      () => [verb('results.close', 'signing.result.close', onClose, { shortcut: 'Escape' })],
      [onClose],
    ),
  )
  const done = results.filter((one) => one.problem === null).length
  return (
    <section className={classes.results} aria-label={t('signing.result.title')}>
      <div className={classes.head}>
        <h2 className={classes.heading} role="status">
          {t(isInitials ? 'signing.result.initialledOf' : 'signing.result.signedOf', {
            count: results.length,
            done,
          })}
        </h2>
        <span className="spacer" />
        <Button size="small" variant="quiet" keyHint="Esc" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      <ul className={classes.list}>
        {results.map((one) => (
          <li key={one.document} className={classes.line}>
            <ResultChip result={one} isInitials={isInitials} />
            <span className="ellipsis num" title={one.subject}>
              {one.subject}
            </span>
            <span className={classes.why}>{whyOf(one, t)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ResultChip({ result, isInitials }: { readonly result: SignResult; readonly isInitials: boolean }) {
  const t = useT()
  const { problem } = result
  if (problem === null)
    return (
      <Chip tone="ok" icon="circle-check">
        {t(isInitials ? 'signing.result.initialled' : 'signing.result.signed')}
      </Chip>
    )
  if (problem instanceof AppError || problem.rule !== 'not-seen')
    return (
      <Chip tone="over" icon="alert-circle">
        {t('signing.result.failed')}
      </Chip>
    )
  return (
    <Chip tone="soon" icon="eye">
      {t('signing.result.heldBack')}
    </Chip>
  )
}

function whyOf({ problem }: SignResult, t: Translate): string {
  if (problem === null) return ''
  if (problem instanceof AppError) {
    const { title, safe } = wordsOfError(t, problem)
    return `${title} ${safe}`
  }
  const { words, remedy } = ruleNotice(t, problem.rule)
  return `${words} ${remedy}`
}

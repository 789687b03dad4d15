import { useT } from '../i18n/language-provider.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { wordsOfError } from '../workplace/error-words.ts'

/** Shown when no desk could be opened; nothing on disk was touched. */
export function StartProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useT()
  return <ErrorState {...wordsOfError(t, error)} remedy={{ label: t('common.retry'), run: onRetry }} />
}

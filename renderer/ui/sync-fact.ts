import type { Translate } from '../i18n/messages.ts'
import type { StatusFact } from './status-line.tsx'

/** Where the desk stands towards its node; times as shown (`08:14`). */
export type SyncState =
  | { readonly kind: 'synced'; readonly time: string }
  | { readonly kind: 'sending'; readonly waiting: number }
  | { readonly kind: 'offline'; readonly since: string; readonly waiting: number }
  | { readonly kind: 'backOnline' }
  | { readonly kind: 'attention'; readonly count: number }

/** The one sentence at the foot, equal to that of the outbox. */
export function syncFact(t: Translate, state: SyncState): StatusFact {
  switch (state.kind) {
    case 'synced':
      return { icon: 'cloud-check', tone: 'ok', text: t('shell.status.synced', { time: state.time }) }
    case 'sending':
      return { icon: 'cloud-up', text: t('shell.status.syncing', { count: state.waiting }) }
    case 'offline':
      return {
        icon: 'cloud-off',
        tone: 'soon',
        text:
          state.waiting === 0
            ? t('shell.status.offline', { time: state.since })
            : t('shell.status.offlineWaiting', { time: state.since, count: state.waiting }),
      }
    case 'backOnline':
      return { icon: 'cloud-check', tone: 'ok', text: t('shell.status.backOnline') }
    case 'attention':
      return { icon: 'alert-circle', tone: 'over', text: t('shell.status.attention', { count: state.count }) }
  }
}

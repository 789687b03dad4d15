import { createContext, use, useCallback, useState, type ReactNode } from 'react'
import type { Refusal } from '#shared/domain/decision.ts'
import { instantFrom, millisOf, VIETNAM_OFFSET_MINUTES } from '#shared/kernel/instant.ts'
import { rules, type RuleId } from '#shared/domain/law/rules.ts'
import { useT } from '../i18n/language-provider.tsx'
import type { Translate } from '../i18n/messages.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import classes from './refusal-notice.module.css'

/** Something that was not done: words, what to do, and where it is written. */
export interface Notice {
  readonly words: string
  readonly remedy: string
  readonly citation: string | null
}

/** The facts that the words of rules may name; where a rule is only read, none is known. */
const gaps = {
  notation: '…',
  name: '…',
  date: '…',
  from: '…',
  until: '…',
  next: '…',
  code: '…',
  subject: '…',
  title: '…',
  minutes: '…',
  days: '…',
  kind: '…',
  abbreviation: '…',
} as const

/** A day as it is written on the page, a moment with its hour. */
function asRead(fact: string | number): string | number {
  if (typeof fact !== 'string') return fact
  if (!MOMENT.test(fact)) return fact.replace(DAY, '$3/$2/$1')
  const local = instantFrom(millisOf(fact) + VIETNAM_OFFSET_MINUTES * 60_000)
  return `${local.slice(11, 16)} ${local.slice(0, 10).replace(DAY, '$3/$2/$1')}`
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** The words of a rule with the facts of the refusal, its remedy and its article. */
export function ruleNotice(t: Translate, rule: RuleId, facts: Refusal['facts'] = {}): Notice {
  const { source, article } = rules[rule]
  const known = Object.entries(facts).map(([name, value]) => [name, asRead(value)] as const)
  const values = { ...gaps, ...Object.fromEntries(known) }
  return {
    words: t(`law.${rule}.words`, values),
    remedy: t(`law.${rule}.remedy`, values),
    citation:
      source === ''
        ? null
        : t('law.citation', { source: t(`law.sources.${source}`), article: placeIn(t, article) }),
  }
}

const context = createContext<((notice: Notice) => void) | null>(null)

/** Where in a law, with the words for its parts in the language of the reader. */
function placeIn(t: Translate, article: string): string {
  return article
    .replaceAll('Điều', t('law.parts.article'))
    .replaceAll('Phụ lục', t('law.parts.annex'))
    .replaceAll('khoản', t('law.parts.clause'))
    .replaceAll('điểm', t('law.parts.point'))
}

/** Shows what was refused until the user has read it; never covers the page, never goes away by itself. */
export function RefusalProvider({ children }: { readonly children: ReactNode }) {
  const t = useT()
  const [notice, setNotice] = useState<Notice | null>(null)
  const close = (): void => setNotice(null)
  return (
    <context.Provider value={setNotice}>
      {children}
      {notice !== null && (
        <div
          role="alertdialog"
          aria-label={notice.words}
          className={classes.notice}
          onKeyDown={(event) => {
            if (event.code !== 'Escape') return
            event.preventDefault()
            close()
          }}
        >
          <Icon name="alert-circle" className={classes.icon} />
          <div className={classes.text}>
            <p className={classes.words}>{notice.words}</p>
            <p>{notice.remedy}</p>
            {notice.citation !== null && <p className={classes.citation}>{notice.citation}</p>}
          </div>
          <Button size="small" autoFocus onClick={close}>
            {t('common.close')}
          </Button>
        </div>
      )}
    </context.Provider>
  )
}

/** Shows a notice. Throws outside a `RefusalProvider`. */
export function useNotice(): (notice: Notice) => void {
  const show = use(context)
  if (show === null) throw new TypeError('no RefusalProvider above')
  return show
}

/** Shows the rule of a refusal. */
export function useRefusal(): (refusal: Pick<Refusal, 'rule'> & Partial<Refusal>) => void {
  const t = useT()
  const show = useNotice()
  return useCallback(({ rule, facts }) => show(ruleNotice(t, rule, facts)), [t, show])
}

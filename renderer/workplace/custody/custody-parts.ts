import type { CustodyPage } from '#shared/audit/custody-page.ts'
import { millisOf } from '#shared/kernel/instant.ts'
import { parseAccessText } from '#shared/log/access.ts'
import { parseCommandText } from '#shared/log/command.ts'
import { custodyLine, type CustodyLine } from '#shared/protocol/custody.ts'
import type { Formats } from '../../i18n/formats.ts'
import type { Language, Translate } from '../../i18n/messages.ts'
import { wordsOfAct } from '../act-words.ts'

interface CustodyWords {
  readonly t: Translate
  readonly formats: Formats
  readonly language: Language
  readonly subject: string
  readonly agency: string
}

type Head = Extract<CustodyLine, { item: 'head' }>['head']

/** The page of a chain that was found valid: who did what, when, and how long it lay with them before. */
export function custodyParts(lines: readonly string[], words: CustodyWords): CustodyPage {
  const { t, language } = words
  const chain = lines.map((line) => custodyLine.parse(JSON.parse(line)))
  const first = chain[0]
  const head = chain.findLast((line) => line.item === 'head')?.head
  if (first?.item !== 'custody' || head === undefined) throw new RangeError('no chain of custody')
  return {
    language,
    title: t('custody.title'),
    facts: factsOf(words, head, first.nodeKey),
    columns: [
      t('custody.columns.seq'),
      t('custody.columns.at'),
      t('custody.columns.act'),
      t('custody.columns.who'),
      t('custody.columns.held'),
    ],
    rows: rowsOf(chain, words),
    howTo: t('custody.howTo'),
    lines,
  }
}

function factsOf(
  { t, formats, subject, agency }: CustodyWords,
  head: Head,
  nodeKey: string,
): CustodyPage['facts'] {
  return [
    [t('custody.facts.subject'), subject],
    [t('custody.facts.agency'), agency],
    [t('custody.facts.madeAt'), formats.dateTime(head.at)],
    [t('custody.facts.log'), t('custody.facts.size', { count: head.size, root: head.root })],
    [t('custody.facts.nodeKey'), nodeKey],
  ]
}

/** One row an act, then one an access; what only proves who somebody is (posts, device keys) is in the lines but no row. */
function rowsOf(chain: readonly CustodyLine[], { t, formats }: CustodyWords): string[][] {
  const names = new Map<string, string>()
  const rows: string[][] = []
  let before: string | undefined
  for (const line of chain) {
    if (line.item === 'access') {
      const { access, person, computer } = parseAccessText(line.record.text)
      const who = [names.get(person) ?? t('accesses.formerPerson'), computer].filter((part) => part !== '')
      rows.push(['', formats.dateTime(line.receivedAt), t(`accesses.kinds.${access}`), who.join(' · '), ''])
    }
    if (line.item === 'erased') rows.push([formats.number(line.seq), '', t('custody.erased'), '', ''])
    if (line.item !== 'proven') continue
    const { seq, serverTime, command } = line.entry
    const { aggregate, actor, type, payload } = parseCommandText(command.text)
    if (aggregate.kind === 'post') {
      names.set(aggregate.id, nameIn(payload))
      if (typeof payload['person'] === 'string') names.set(payload['person'], nameIn(payload))
    }
    if (aggregate.kind === 'post' || aggregate.kind === 'device') continue
    const who = actor.post === 'node' ? t('custody.node') : (names.get(actor.post) ?? actor.post)
    const held = before === undefined ? '' : formats.duration(millisOf(serverTime) - millisOf(before))
    rows.push([formats.number(seq), formats.dateTime(serverTime), wordsOfAct(t, type), who, held])
    before = serverTime
  }
  return rows
}

function nameIn({ name, title }: Readonly<Record<string, unknown>>): string {
  return [name, title].filter((part) => typeof part === 'string' && part !== '').join(', ')
}

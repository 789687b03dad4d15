import type { Authority, DocumentFields, Recipient } from '#shared/domain/documents/document.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { bodyText } from './body-text.ts'
import type { Scene } from './scene.ts'

/** What an official letter says. */
export interface LetterPlan {
  readonly subject: string
  readonly addressees: readonly string[]
  readonly recipients: readonly Recipient[]
  readonly body: readonly string[]
  readonly urgency?: DocumentFields['urgency']
  readonly dueDate?: string
}

/** Writes a draft of the specialist up to the moment before it is submitted. */
export async function writeDraft(
  scene: Scene,
  plan: LetterPlan,
  signer: 'director' | 'deputy' = 'deputy',
): Promise<AggregateRef> {
  const document: AggregateRef = { kind: 'document', id: scene.newId() }
  await scene.act('specialist', document, 'document.create', {
    kind: 'cong-van',
    fields: fieldsOf(scene, plan, signer),
  })
  await scene.act('specialist', document, 'document.editText', { update: bodyText(plan.body) })
  await scene.act('specialist', document, 'document.setRoute', {
    route: { reviewer: scene.post('unit-head').id, signer: scene.post(signer).id },
  })
  await scene.act('specialist', document, 'document.setRecipients', { recipients: [...plan.recipients] })
  return document
}

function fieldsOf({ agency, post }: Scene, plan: LetterPlan, signer: 'director' | 'deputy'): DocumentFields {
  const { letterhead, superior, abbreviation, place, headTitle } = agency.agency
  const unit = agency.units.find((one) => one.id === post('specialist').unit)
  const authority: Authority = signer === 'director' ? 'head' : 'KT'
  return {
    superior,
    agency: letterhead,
    symbol: `${abbreviation}-${unit?.abbreviation ?? ''}`,
    place,
    subject: plan.subject,
    authority,
    collective: '',
    headTitle,
    ownTitle: signer === 'director' ? '' : 'PHÓ GIÁM ĐỐC',
    signerName: post(signer).name,
    addressees: [...plan.addressees],
    receivers: ['Như trên', 'Giám đốc Sở (để b/c)', `Lưu: VT, ${unit?.abbreviation ?? ''}`],
    urgency: plan.urgency ?? 'normal',
    dueDate: plan.dueDate ?? null,
    answers: null,
  }
}

// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { VerbBar } from '../../../renderer/ui/verb-bar.tsx'
import type { Verb } from '../../../renderer/ui/verb-bar.tsx'
import { renderUi } from './render-ui.tsx'

const verb = (id: string, more: Partial<Verb> = {}): Verb => ({
  id,
  label: id,
  run: () => undefined,
  ...more,
})

const why = {
  words: 'Phải vào sổ trước.',
  remedy: 'Vào sổ trước.',
  citation: 'Nghị định 30/2020, Điều 22',
}

describe('verb bar', () => {
  it('shows five verbs at most, and none that cannot be done', () => {
    renderUi(<VerbBar verbs={[verb('off', { why }), ...'abcdef'.split('').map((id) => verb(id))]} />)
    const labels = screen
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent)
    expect(labels).toEqual(['a', 'b', 'c', 'd', 'e', 'Các việc khác'])
  })

  it('lists the rest with the rule: words, remedy, article', async () => {
    renderUi(<VerbBar verbs={[verb('a'), verb('off', { why })]} />)
    fireEvent.click(screen.getByLabelText('Các việc khác'))
    const item = await screen.findByRole('menuitem')
    expect(item.textContent).toBe('offPhải vào sổ trước. Vào sổ trước.Nghị định 30/2020, Điều 22')
    expect(item.hasAttribute('data-disabled')).toBe(true)
  })

  it('has no menu when every verb is shown', () => {
    renderUi(<VerbBar verbs={[verb('a')]} />)
    expect(screen.queryByLabelText('Các việc khác')).toBeNull()
  })
})

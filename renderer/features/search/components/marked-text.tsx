import { stretchesOf } from '../../../search/highlight.ts'
import classes from './marked-text.module.css'

/** A text in which the words that were looked for stand out. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly string[] }) {
  return stretchesOf(text, marks).map((stretch, index) =>
    stretch.isMarked ? (
      <mark key={index} className={classes.mark}>
        {stretch.text}
      </mark>
    ) : (
      stretch.text
    ),
  )
}

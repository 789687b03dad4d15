/** What a check of the signatures came to; `paper` is a scan, `unsigned` an electronic file, both without digital signature. */
export type Verdict = 'valid' | 'warning' | 'invalid' | 'unknown' | 'paper' | 'unsigned'

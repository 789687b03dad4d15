import { setNonce } from 'get-nonce'
import { start } from './app/start.tsx'
import { styleNonce } from './ui/style-nonce.ts'

const nonce = styleNonce()
if (nonce !== undefined) setNonce(nonce)

const root = document.querySelector<HTMLElement>('#root')
if (root === null) throw new Error('no place to mount')
void start(root)

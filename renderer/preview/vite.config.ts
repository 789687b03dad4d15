import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Development only: `npx vite --config renderer/preview/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../node_modules/.vite-preview',
  plugins: [react()],
  css: { modules: { generateScopedName: '[name]-[local]' } },
  server: { host: '127.0.0.1', fs: { allow: ['../..'] } },
})

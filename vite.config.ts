import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin, type Rolldown } from 'vite'

const root = import.meta.dirname
const out = path.join(root, 'out/app')
const inRoot = (file: string): string => path.join(root, file)
const pages = ['renderer/index.html', 'electron/pin/pin.html', 'electron/viewer/viewer.html'].map(inRoot)
/** Not in the bundle: Electron itself, what Node brings, and accelerators of `ws` that are not installed. */
const external = [
  'electron',
  'bufferutil',
  'utf-8-validate',
  ...builtinModules.flatMap((name) => [name, `node:${name}`]),
  'node:sqlite',
]

/** Pages lie side by side in the bundle, whatever folder they come from. */
function flatPages(): Plugin {
  return {
    name: 'flat-pages',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.fileName.endsWith('.html')) file.fileName = path.basename(file.fileName)
    },
  }
}

/** Files that pages fetch by name: fonts for print, and what the PDF library needs beside its code. */
function plainFiles(): Plugin {
  const folders: readonly (readonly [from: string, to: string, kept: RegExp])[] = [
    ['node_modules/pdfjs-dist/cmaps', 'pdfjs/cmaps', /\.bcmap$/],
    ['node_modules/pdfjs-dist/standard_fonts', 'pdfjs/standard_fonts', /\.(pfb|ttf)$/],
    ['node_modules/pdfjs-dist/iccs', 'pdfjs/iccs', /\.icc$/],
    ['node_modules/pdfjs-dist/wasm', 'pdfjs/wasm', /^(?!quickjs).*\.(wasm|js)$/],
  ]
  const tinos = {
    Regular: '400Regular',
    Bold: '700Bold',
    Italic: '400Regular_Italic',
    BoldItalic: '700Bold_Italic',
  }
  return {
    name: 'plain-files',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      const emit = (fileName: string, from: string): void => {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(inRoot(from)) })
      }
      for (const [from, to, kept] of folders)
        for (const name of readdirSync(inRoot(from)))
          if (kept.test(name)) emit(`${to}/${name}`, `${from}/${name}`)
      for (const [face, name] of Object.entries(tinos))
        emit(`fonts/Tinos-${face}.ttf`, `node_modules/@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`)
    },
  }
}

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1]

/** Modules that come with one of these; `isLater`: with what is imported later too. */
function cameWith(graph: Graph, first: readonly string[], isLater: boolean): ReadonlySet<string> {
  const found = new Set(first.map(inRoot))
  for (const id of found) {
    const info = graph.getModuleInfo(id)
    for (const one of info?.importedIds ?? []) found.add(one)
    if (isLater) for (const one of info?.dynamicallyImportedIds ?? []) found.add(one)
  }
  return found
}

/**
 * The main page in two files, so that its sheets keep their order: what it shows first, and the places that are opened later. What other
 * pages need too is left to the bundler.
 */
function partsOfPage(): Rolldown.CodeSplittingNameFunction {
  const page = ['renderer/main.tsx']
  let known: Record<'first' | 'all' | 'others', ReadonlySet<string>> | undefined
  return (id, graph) => {
    known ??= {
      first: cameWith(graph, page, false),
      all: cameWith(graph, page, true),
      others: cameWith(graph, ['electron/pin/pin.ts', 'electron/viewer/viewer.ts'], true),
    }
    if (known.others.has(id) || !known.all.has(id)) return null
    return known.first.has(id) ? 'desk' : 'places'
  }
}

interface Program {
  readonly entry: string
  /** File name in `out/app`. */
  readonly file: string
  readonly format: 'es' | 'cjs'
  /** What it imports later lies beside it. */
  readonly parts?: string
}

/** Everything that runs on Node or as a preload script: one file each, but for what is read later. */
const programs: Readonly<Record<string, Program>> = {
  main: { entry: 'electron/main.ts', file: 'main.js', format: 'es', parts: 'main-[name].js' },
  preload: { entry: 'electron/preload.ts', file: 'preload.cjs', format: 'cjs' },
  pinPreload: { entry: 'electron/pin/pin-preload.ts', file: 'pin-preload.cjs', format: 'cjs' },
  foreignFiles: { entry: 'electron/foreign-files/entry.ts', file: 'foreign-files.js', format: 'es' },
  node: { entry: 'backbone/main.ts', file: 'node.js', format: 'es' },
  nodeIsolation: { entry: 'backbone/isolation/entry.ts', file: 'isolation.js', format: 'es' },
}
const built = Object.entries(programs).filter(([, { entry }]) => existsSync(inRoot(entry)))

function environmentOf({ entry, file, format, parts }: Program): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external, builtins: [] },
    build: {
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      ssr: true,
      rolldownOptions: {
        input: inRoot(entry),
        external,
        platform: 'node',
        output: {
          format,
          entryFileNames: file,
          ...(parts === undefined ? { codeSplitting: false } : { chunkFileNames: parts }),
          minify: { compress: true, mangle: false },
        },
      },
    },
  }
}

export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  clearScreen: false,
  worker: { format: 'es' },
  plugins: [react(), flatPages(), plainFiles()],
  environments: {
    client: {
      build: {
        outDir: path.join(out, 'renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 4096,
        rolldownOptions: {
          input: pages,
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ name: partsOfPage(), debugName: 'parts of the page' }],
            },
          },
        },
      },
    },
    ...Object.fromEntries(built.map(([name, program]) => [name, environmentOf(program)])),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', ...built.map(([one]) => one)]) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
    },
  },
})
